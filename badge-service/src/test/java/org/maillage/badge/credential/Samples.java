package org.maillage.badge.credential;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusPurpose;

/** A network, its keys and a badge that every test knows. */
public final class Samples {

    public static final URI NETWORK = URI.create("https://badges.example.org/issuers/grand-est");
    public static final URI LIST = URI.create("https://badges.example.org/issuers/grand-est/status/revocation/0");
    public static final Instant AWARDED = Instant.parse("2025-01-15T10:30:00Z");
    public static final int PLACE = 94_567;

    /** Of seeds that are known, so that what is signed by them is always the same. */
    public static final SigningKey.Ed25519 KEY = key(1);

    public static final SigningKey.Ed25519 OTHER_KEY = key(2);

    public static final Signer SIGNER = new Signer(URI.create(NETWORK + "/keys/1"), NETWORK, KEY);
    public static final IssuerKey PUBLIC = new IssuerKey(SIGNER.id(), NETWORK, KEY.verifying(), new KeyState.Active());

    private Samples() {}

    public static SigningKey.Ed25519 key(int number) {
        var seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return new SigningKey.Ed25519(seed);
    }

    public static Profile network() {
        return new Profile(
                NETWORK,
                "Réseau Grand Est",
                URI.create("https://badges.example.org/"),
                "Le réseau de médiation numérique du Grand Est",
                "badges@example.org",
                new Image(URI.create("https://badges.example.org/issuers/grand-est/image"), null),
                List.of(
                        OtherIdentifier.did(URI.create("did:web:badges.example.org:issuers:grand-est")),
                        OtherIdentifier.openBadges2(URI.create("https://badges.example.org/ob2/issuers/grand-est"))));
    }

    public static Achievement achievement() {
        return new Achievement(
                URI.create("https://badges.example.org/achievements/animer-pratique/1/fr"),
                "Animer : pratique suivie",
                "A animé des ateliers de médiation numérique pendant plusieurs mois.",
                new Criteria(
                        URI.create("https://badges.example.org/badges/animer-pratique"),
                        "Dix ateliers animés,\nconfirmés par trois personnes."),
                "fr",
                new Image(URI.create("https://badges.example.org/badges/animer-pratique/image"), "Médaille tricotée"),
                "Badge",
                "1",
                Profile.named(NETWORK, "Réseau Grand Est"),
                List.of(new Achievement.Edition(
                        URI.create("https://badges.example.org/achievements/animer-pratique/1/en"), "en", "1")),
                List.of(
                        new Alignment(
                                "2.2 Partager",
                                URI.create("https://publications.jrc.ec.europa.eu/repository/handle/JRC128415"),
                                "DigComp 2.2",
                                "2.2",
                                null),
                        new Alignment(
                                "Partager et publier", URI.create("https://pix.fr/competences"), "Pix", "2.2", null)),
                List.of(OtherIdentifier.openBadges2(
                        URI.create("https://badges.example.org/ob2/badges/animer-pratique/fr"))));
    }

    public static Credential.Badge badge() {
        return badge("1", AWARDED, null);
    }

    public static Credential.Badge badge(String number, Instant awarded, Instant until) {
        return new Credential.Badge(
                URI.create("https://badges.example.org/credentials/" + number),
                network(),
                achievement(),
                URI.create("urn:uuid:6f1c2b1e-7d1f-4a51-9c8e-0d3f2f5a7b11"),
                List.of(),
                awarded,
                awarded,
                until,
                new StatusEntry(LIST, PLACE, StatusPurpose.REVOCATION),
                "Dix ateliers, de mars à décembre.",
                new Image(URI.create("https://badges.example.org/b/7KQ4-M2XD.png"), null),
                List.of(
                        new Evidence(null, "Atelier «premiers pas»", "12 mars 2025, 2 h", null, "atelier"),
                        new Evidence(
                                URI.create("https://badges.example.org/b/7KQ4-M2XD/evidence/2"),
                                "Atelier photo",
                                null,
                                null,
                                null)),
                List.of());
    }
}
