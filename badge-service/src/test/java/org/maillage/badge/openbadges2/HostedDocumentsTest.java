package org.maillage.badge.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.golden.Golden;

class HostedDocumentsTest {

    private static final HostedAddresses AT = new HostedAddresses(
            URI.create("https://badges.example.org/ob2/issuers/grand-est"),
            URI.create("https://badges.example.org/ob2/badges/animer-pratique/fr"),
            URI.create("https://badges.example.org/ob2/assertions/1"),
            URI.create("https://badges.example.org/ob2/issuers/grand-est/revoked"));

    @Test
    void the_documents_are_as_they_were_published() throws IOException {
        Golden.same("ob2-issuer.json", HostedDocuments.issuer(Samples.network(), AT));
        Golden.same("ob2-badge-class.json", HostedDocuments.badgeClass(Samples.achievement(), AT));
        Golden.same("ob2-assertion.json", HostedDocuments.assertion(Samples.badge(), AT));
        Golden.same(
                "ob2-revocation-list.json",
                HostedDocuments.revocationList(
                        List.of(new HostedDocuments.Revoked(AT.assertion(), "Attribuée par erreur")), AT));
    }

    @Test
    void an_assertion_tells_no_address_unless_the_person_asked_for_it() {
        var opaque = HostedDocuments.assertion(Samples.badge(), AT).path("recipient");
        var hashed = HostedDocuments.assertion(hashed(), AT).path("recipient");

        assertThat(opaque.path("identity").stringValue()).startsWith("urn:uuid:");
        assertThat(opaque.path("hashed").booleanValue()).isFalse();
        assertThat(hashed.path("type").stringValue()).isEqualTo("email");
        assertThat(hashed.path("identity").stringValue()).startsWith("sha256$").doesNotContain("@");
        assertThat(hashed.path("salt").stringValue()).isEqualTo("s4lt");
    }

    @Test
    void each_document_is_of_version_2_alone_and_names_the_3_0_one_beside_it() {
        for (var document : List.of(
                HostedDocuments.issuer(Samples.network(), AT),
                HostedDocuments.badgeClass(Samples.achievement(), AT),
                HostedDocuments.assertion(Samples.badge(), AT))) {
            assertThat(document.path("@context").stringValue()).isEqualTo("https://w3id.org/openbadges/v2");
            assertThat(document.path("related").path(0).path("id").stringValue())
                    .startsWith("https://badges.example.org/");
            assertThat(document.has("proof")).isFalse();
        }
    }

    @Test
    void a_revoked_assertion_says_so_and_why() {
        assertThat(HostedDocuments.revoked(AT.assertion(), "Attribuée par erreur")
                        .toString())
                .contains("\"revoked\":true")
                .contains("\"revocationReason\":\"Attribuée par erreur\"");
        assertThat(HostedDocuments.revoked(AT.assertion(), null).has("revocationReason"))
                .isFalse();
    }

    private static Credential.Badge hashed() {
        var badge = Samples.badge();
        return new Credential.Badge(
                badge.id(),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                List.of(HashedIdentity.ofEmail("nadia@example.org", "s4lt")),
                badge.awarded(),
                badge.validFrom(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
