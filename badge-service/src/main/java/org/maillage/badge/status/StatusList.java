package org.maillage.badge.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.DataIntegrity;
import org.maillage.badge.proof.Signer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list as the credential that others fetch (Bitstring Status List 1.0, section 2.2).
 *
 * @param id address of the list
 * @param issuer id of whoever issues the credentials that it is about
 * @param validFrom when it was made
 * @param validFor how long a copy may be relied on at all
 * @param ttl how long a copy may be kept before asking again
 */
public record StatusList(
        URI id, URI issuer, StatusPurpose purpose, Bitstring bits, Instant validFrom, Duration validFor, Duration ttl) {

    public static final String CREDENTIAL = "BitstringStatusListCredential";
    public static final String LIST = "BitstringStatusList";

    /** Without a proof. */
    public ObjectNode json() {
        var document = StrictJson.object();
        document.set("@context", StrictJson.texts(List.of(Contexts.CREDENTIALS)));
        document.put("id", id.toString());
        document.set("type", StrictJson.texts(List.of("VerifiableCredential", CREDENTIAL)));
        document.put("issuer", issuer.toString());
        document.put("validFrom", validFrom.truncatedTo(ChronoUnit.SECONDS).toString());
        document.put(
                "validUntil",
                validFrom.plus(validFor).truncatedTo(ChronoUnit.SECONDS).toString());
        document.putObject("credentialSubject")
                .put("id", id + "#list")
                .put("type", LIST)
                .put("statusPurpose", purpose.key())
                .put("ttl", ttl.toMillis())
                .put("encodedList", bits.encode());
        return document;
    }

    /** With the issuer's proof, created when the list was: the same list and key give the same bytes. */
    public ObjectNode signed(JsonLdBox box, Signer signer) {
        if (!signer.controller().equals(issuer)) {
            throw new IllegalArgumentException("the key " + signer.id() + " is not the issuer's");
        }
        try {
            var document = json();
            return DataIntegrity.signed(document, box.canonical(document), signer, validFrom);
        } catch (Malformed e) {
            throw new IllegalArgumentException("this list cannot be signed: " + e.getMessage(), e);
        }
    }
}
