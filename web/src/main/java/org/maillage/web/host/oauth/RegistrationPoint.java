package org.maillage.web.host.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.web.security.Throttle;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where applications register themselves (RFC 7591), openly: wallets of Open Badges know no installation beforehand, so
 * nobody can hand them a token first. What follows from it is nothing until a member agrees.
 */
@Controller
class RegistrationPoint {

    private static final int MOST_BYTES = 16 * 1024;

    private final WalletClients clients;
    private final Throttle perSource;

    RegistrationPoint(WalletClients clients, WalletThrottles throttles) {
        this.clients = clients;
        this.perSource = throttles.registrations();
    }

    @PostMapping(OAuthAddresses.REGISTER)
    ResponseEntity<byte[]> register(HttpServletRequest request) throws IOException {
        if (!perSource.allows(request.getRemoteAddr())) {
            var later = error("too_many_requests", "too many registrations from one place: try again in some minutes");
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, "60")
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noStore())
                    .body(StrictJson.write(later));
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return answer(
                    HttpStatus.CONTENT_TOO_LARGE,
                    error("invalid_client_metadata", "more than " + MOST_BYTES + " bytes"));
        }
        try {
            var asked = Registration.read(StrictJson.readObject(body));
            return answer(HttpStatus.CREATED, registered(asked, clients.register(asked)));
        } catch (Malformed malformed) {
            return answer(
                    HttpStatus.BAD_REQUEST,
                    error("invalid_client_metadata", "the body is no JSON object: " + malformed.problem()));
        } catch (Registration.Refused refused) {
            return answer(HttpStatus.BAD_REQUEST, error(refused.error(), String.valueOf(refused.getMessage())));
        }
    }

    private static ObjectNode registered(Registration asked, WalletClients.Registered made) {
        var told = StrictJson.object();
        told.put("client_id", made.id());
        told.put("client_id_issued_at", made.at().toEpochSecond());
        if (made.secret() != null) {
            told.put("client_secret", made.secret().text());
            told.put("client_secret_expires_at", 0);
        }
        told.put("client_name", asked.name());
        told.set("redirect_uris", StrictJson.texts(asked.redirects().stream().toList()));
        told.put("token_endpoint_auth_method", made.secret() == null ? "none" : "client_secret_basic");
        told.set("grant_types", StrictJson.texts(java.util.List.of("authorization_code", "refresh_token")));
        told.set("response_types", StrictJson.texts(java.util.List.of("code")));
        told.put("scope", HostScope.written(asked.scopes()));
        put(told, "client_uri", asked.site());
        put(told, "policy_uri", asked.policy());
        put(told, "tos_uri", asked.terms());
        return told;
    }

    private static void put(ObjectNode told, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            told.put(field, value);
        }
    }

    private static ObjectNode error(String error, String description) {
        return StrictJson.object().put("error", error).put("error_description", description);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(StrictJson.write(body));
    }
}
