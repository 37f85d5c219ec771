package org.maillage.badge.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyDocuments;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;

class GoldenDocumentsTest {

    private static final JsonLdBox BOX = new JsonLdBox();
    private static final Issuance ISSUANCE = new Issuance(BOX);

    @Test
    void a_badge_is_signed_as_it_was_before() throws IOException {
        var badge = Samples.badge("1", Samples.AWARDED, Samples.AWARDED.plus(Duration.ofDays(730)));

        Golden.same("badge.json", ISSUANCE.signed(badge, Samples.SIGNER, Samples.AWARDED));
    }

    @Test
    void an_endorsement_is_signed_as_it_was_before() throws IOException {
        var peer = Signer.byDidKey(Samples.OTHER_KEY);
        var endorsement = new Credential.Endorsement(
                URI.create("https://badges.example.org/endorsements/1"),
                Profile.named(peer.controller(), "Une pair"),
                "Recommandation",
                Samples.badge().id(),
                "J’ai coanimé trois ateliers avec elle.",
                Samples.AWARDED,
                null);

        Golden.same("endorsement.json", ISSUANCE.signed(endorsement, peer, Samples.AWARDED));
    }

    @Test
    void a_status_list_is_signed_as_it_was_before() throws IOException {
        var list = new StatusList(
                Samples.LIST,
                Samples.NETWORK,
                StatusPurpose.REVOCATION,
                Bitstring.of(List.of(3, Samples.PLACE)),
                Samples.AWARDED,
                Duration.ofDays(1),
                Duration.ofMinutes(5));

        Golden.same("status-list.json", list.signed(BOX, Samples.SIGNER));
    }

    @Test
    void the_issuer_and_its_keys_are_published_as_before() throws IOException {
        var retired = new IssuerKey(
                URI.create(Samples.NETWORK + "/keys/0"),
                Samples.NETWORK,
                Samples.key(3).verifying(),
                new KeyState.Retired(Instant.parse("2024-06-01T00:00:00Z")));
        var keys = List.of(Samples.PUBLIC, retired);

        Golden.same("issuer.json", Samples.network().document(keys));
        Golden.same("did.json", KeyDocuments.didDocument(Samples.NETWORK, keys));
        Golden.same("jwks.json", KeyDocuments.jwks(keys));
        Golden.same("key.json", KeyDocuments.document(Samples.PUBLIC));
        assertThat(keys).hasSize(2);
    }
}
