package org.maillage.web.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import tools.jackson.databind.node.ObjectNode;

/** Badges of an issuer whom this installation does not know. */
public final class Elsewhere {

    static final Signer SIGNER = Signer.byDidKey(Samples.key(7));

    private static final Issuance ISSUANCE = new Issuance(new JsonLdBox());
    private static final SigningKey RSA = SigningKey.generate(KeyKind.RSA);
    private static final URI PLAIN = URI.create("https://issuer.example/profile");

    private Elsewhere() {}

    /** JSON with a proof by did:key: the signature can be verified, whose key it is cannot. */
    public static String json(String number, Instant from) {
        return text(ISSUANCE.signed(badge(number, SIGNER.controller(), from, null), SIGNER, from));
    }

    public static String expired(String number, Instant from) {
        return text(ISSUANCE.signed(badge(number, SIGNER.controller(), from, from.plusSeconds(60)), SIGNER, from));
    }

    /** A compact JWS whose key nobody here knows. */
    public static String token(String number, Instant from) {
        return ISSUANCE.jwt(badge(number, PLAIN, from, null), new Signer(URI.create(PLAIN + "#key"), PLAIN, RSA));
    }

    /** A compact JWS that says that it needs no signature. */
    public static String unsigned(String number, Instant from) {
        var parts = token(number, from).split("\\.", -1);
        var header = "{\"alg\":\"none\",\"typ\":\"vc+jwt\"}".getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "." + parts[1] + ".";
    }

    private static String text(ObjectNode document) {
        return new String(StrictJson.write(document), UTF_8);
    }

    private static Credential.Badge badge(String number, URI issuer, Instant from, Instant until) {
        var achievement = Samples.achievement();
        return new Credential.Badge(
                URI.create("https://issuer.example/credentials/" + number),
                Profile.named(issuer, "Fablab d’Ailleurs"),
                achievement,
                URI.create("urn:uuid:6f1c2b1e-7d1f-4a51-9c8e-0d3f2f5a7b11"),
                List.of(),
                from,
                from,
                until,
                null,
                "Numéro " + number,
                null,
                List.of(),
                List.of());
    }
}
