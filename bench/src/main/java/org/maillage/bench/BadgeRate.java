package org.maillage.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.maillage.badge.credential.Achievement;
import org.maillage.badge.credential.Alignment;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.Criteria;
import org.maillage.badge.credential.Evidence;
import org.maillage.badge.credential.Image;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusPurpose;
import org.postgresql.PGConnection;

/**
 * 50,000 badges signed and stored, over as many bare signatures and COPY of the same rows; and signatures a second over
 * those of a JavaScript library in the same round. One thread everywhere.
 */
final class BadgeRate {

    private static final int BADGES = 50_000;
    private static final URI NETWORK = URI.create("https://badges.example.org/issuers/grand-est");
    private static final Instant AWARDED = Instant.parse("2026-01-15T10:30:00Z");
    private static final byte[] HEAD =
            "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    private final Server server;
    private final int rounds;
    private final Issuance issuance = new Issuance(new JsonLdBox());
    private final SigningKey key = SigningKey.generate(KeyKind.ED25519);
    private final Signer signer = new Signer(URI.create(NETWORK + "/keys/1"), NETWORK, key);

    BadgeRate(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    List<Figure> measure() {
        var ratios = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        var stored = "";
        var signed = "";
        sign(0, 5_000);
        for (var round = 0; round < rounds; round++) {
            try (var database = server.database()) {
                Sql.run(database, "create table badge (id uuid primary key, document bytea not null)");
                Sql.run(database, "create table copied (like badge including all)");
                var signing = new double[1];
                var rows = new ByteArrayOutputStream[1];
                var first = 1_000_000 * (round + 1);
                var ours = ImportRate.seconds(() -> {
                    var documents = new ArrayList<byte[]>(BADGES);
                    signing[0] = ImportRate.seconds(() -> documents.addAll(sign(first, BADGES)));
                    rows[0] = rows(first, documents);
                    copy(database, "badge", rows[0]);
                });
                var copied = ImportRate.seconds(() -> copy(database, "copied", rows[0]));
                var bare = ImportRate.seconds(this::bareSignatures);
                ratios.add((bare + copied) / ours);
                stored = String.format(
                        Locale.ROOT,
                        "last round: %.2f s for %d badges, of which signing %.2f s; %.2f s of bare signatures, %.2f s"
                                + " of COPY",
                        ours,
                        BADGES,
                        signing[0],
                        bare,
                        copied);
                var node = JavaScriptRate.measure(StrictJson.write(badge(first).json()));
                times.add(BADGES / signing[0] / node);
                signed = String.format(
                        Locale.ROOT,
                        "last round: %.0f badges signed a second, %.0f by JavaScript",
                        BADGES / signing[0],
                        node);
            }
        }
        return List.of(
                new Figure("badges signed and stored over bare signatures and COPY", "≥ 0.5", ratios, stored),
                new Figure("badges signed a second over @digitalbazaar/vc on Node", "≥ 10", times, signed));
    }

    private List<byte[]> sign(int first, int count) {
        var documents = new ArrayList<byte[]>(count);
        for (var number = first; number < first + count; number++) {
            documents.add(StrictJson.write(issuance.signed(badge(number), signer, AWARDED)));
        }
        return documents;
    }

    /** What every proof of this kind must do at least: a signature of two hashes. */
    private void bareSignatures() {
        var message = new byte[64];
        var sum = 0;
        for (var number = 0; number < BADGES; number++) {
            message[number % 64] ^= (byte) number;
            sum += key.sign(message)[0];
        }
        if (sum == 0) {
            throw new IllegalStateException("nothing was signed");
        }
    }

    /** Rows as PostgreSQL's binary COPY has them. */
    private static ByteArrayOutputStream rows(int first, List<byte[]> documents) {
        var bytes = new ByteArrayOutputStream(documents.size() * 4_096);
        try (var out = new DataOutputStream(bytes)) {
            out.write(HEAD);
            for (var i = 0; i < documents.size(); i++) {
                out.writeShort(2);
                out.writeInt(16);
                out.writeLong(0);
                out.writeLong(first + i);
                out.writeInt(documents.get(i).length);
                out.write(documents.get(i));
            }
            out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private static void copy(javax.sql.DataSource database, String table, ByteArrayOutputStream rows) {
        try (var connection = database.getConnection()) {
            var count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " from stdin (format binary)",
                            new ByteArrayInputStream(rows.toByteArray()),
                            65_536);
            if (count != BADGES) {
                throw new IllegalStateException(count + " rows for " + BADGES + " badges");
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A badge as the program awards it: criteria, two alignments, three pieces of evidence, a place in the list. */
    private static Credential.Badge badge(int number) {
        var recipient = new UUID(4711, number);
        var issuer = Profile.named(NETWORK, "Réseau Grand Est");
        return new Credential.Badge(
                URI.create("https://badges.example.org/credentials/" + number),
                issuer,
                achievement(issuer),
                URI.create("urn:uuid:" + recipient),
                List.of(),
                AWARDED,
                AWARDED,
                null,
                new StatusEntry(
                        URI.create(NETWORK + "/status/revocation/0"), number % 131_072, StatusPurpose.REVOCATION),
                null,
                new Image(URI.create("https://badges.example.org/b/" + number + ".png"), null),
                List.of(evidence(number, 1), evidence(number, 2), evidence(number, 3)),
                List.of());
    }

    private static Evidence evidence(int number, int part) {
        return new Evidence(
                null,
                "Atelier animé",
                "Contribution " + number + '/' + part + ", 2 h, confirmée par deux personnes",
                null,
                null);
    }

    private static Achievement achievement(Profile issuer) {
        var home = "https://badges.example.org/badges/animer-pratique";
        return new Achievement(
                URI.create(home + "/1/fr"),
                "Animer : pratique suivie",
                "A animé des ateliers de médiation numérique pendant plusieurs mois.",
                new Criteria(URI.create(home), "Dix ateliers animés, confirmés par trois personnes."),
                "fr",
                new Image(URI.create(home + "/image"), null),
                "Badge",
                "1",
                issuer,
                List.of(new Achievement.Edition(URI.create(home + "/1/en"), "en", "1")),
                List.of(
                        new Alignment(
                                "2.2 Partager",
                                URI.create("https://publications.jrc.ec.europa.eu/JRC128415"),
                                "DigComp 2.2",
                                "2.2",
                                null),
                        new Alignment(
                                "Partager et publier", URI.create("https://pix.fr/competences"), "Pix", "2.2", null)),
                List.of());
    }
}
