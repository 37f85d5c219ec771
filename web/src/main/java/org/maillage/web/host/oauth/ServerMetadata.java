package org.maillage.web.host.oauth;

import java.util.List;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.node.ObjectNode;

/**
 * What applications find at the well-known addresses (RFC 8414, RFC 9728). Said here rather than by Spring's part: it
 * would take the site's address from the request, which anybody writes, and name what this server does not do.
 */
@Controller
class ServerMetadata {

    private static final List<String> PROOFS = List.of("client_secret_basic", "none");

    private final PublicAddress site;

    ServerMetadata(PublicAddress site) {
        this.site = site;
    }

    @GetMapping(OAuthAddresses.METADATA)
    ResponseEntity<byte[]> server() {
        var told = StrictJson.object();
        told.put("issuer", site.of(""));
        told.put("authorization_endpoint", site.of(OAuthAddresses.AUTHORIZE));
        told.put("token_endpoint", site.of(OAuthAddresses.TOKEN));
        told.put("registration_endpoint", site.of(OAuthAddresses.REGISTER));
        told.put("revocation_endpoint", site.of(OAuthAddresses.REVOKE));
        told.set("scopes_supported", scopes());
        told.set("response_types_supported", StrictJson.texts(List.of("code")));
        told.set("response_modes_supported", StrictJson.texts(List.of("query")));
        told.set("grant_types_supported", StrictJson.texts(List.of("authorization_code", "refresh_token")));
        told.set("token_endpoint_auth_methods_supported", StrictJson.texts(PROOFS));
        told.set("revocation_endpoint_auth_methods_supported", StrictJson.texts(PROOFS));
        told.set("code_challenge_methods_supported", StrictJson.texts(List.of("S256")));
        told.set("ui_locales_supported", StrictJson.texts(List.of("fr", "en")));
        told.put("authorization_response_iss_parameter_supported", true);
        told.put("service_documentation", site.of(OAuthAddresses.ABOUT));
        told.put("op_policy_uri", site.of(OAuthAddresses.ABOUT));
        return answer(told);
    }

    @GetMapping(OAuthAddresses.RESOURCE)
    ResponseEntity<byte[]> resource() {
        var told = StrictJson.object();
        told.put("resource", site.of(OAuthAddresses.HOST));
        told.set("authorization_servers", StrictJson.texts(List.of(site.of(""))));
        told.set("scopes_supported", scopes());
        told.set("bearer_methods_supported", StrictJson.texts(List.of("header")));
        told.put("resource_documentation", site.of(OAuthAddresses.HOST + "/discovery"));
        told.put("resource_policy_uri", site.of(OAuthAddresses.ABOUT));
        return answer(told);
    }

    private static tools.jackson.databind.node.ArrayNode scopes() {
        return StrictJson.texts(
                HostScope.standard().stream().map(HostScope::text).toList());
    }

    private static ResponseEntity<byte[]> answer(ObjectNode told) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(StrictJson.write(told));
    }
}
