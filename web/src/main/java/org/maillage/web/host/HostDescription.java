package org.maillage.web.host;

import java.util.List;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.web.frame.Words;
import org.maillage.web.host.oauth.HostScope;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The service description that wallets begin with (Open Badges 3.0, section 6.3): OpenAPI, open to anybody. */
@Controller
class HostDescription {

    static final String PATH = "/discovery";

    private static final String CREDENTIAL =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/" + "ob_v3p0_achievementcredential_schema.json";
    private static final String PROFILE =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_profile_schema.json";

    private final PublicAddress site;
    private final Words words;

    HostDescription(PublicAddress site, Words words) {
        this.site = site;
        this.words = words;
    }

    @GetMapping(OAuthAddresses.HOST + PATH)
    ResponseEntity<byte[]> describe(java.util.Locale locale) {
        var told = StrictJson.object().put("openapi", "3.0.1");
        told.set("info", info(locale));
        told.set(
                "servers",
                JsonNodeFactory.instance.arrayNode().add(StrictJson.object().put("url", site.of(OAuthAddresses.HOST))));
        told.set(
                "tags",
                JsonNodeFactory.instance.arrayNode().add(StrictJson.object().put("name", "OpenBadgeCredentials")));
        told.set("paths", paths());
        var components = StrictJson.object();
        components.set("securitySchemes", StrictJson.object().set("OAuth2ACG", security(locale)));
        components.set("schemas", schemas());
        told.set("components", components);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(StrictJson.write(told));
    }

    private ObjectNode info(java.util.Locale locale) {
        return StrictJson.object()
                .put("title", "Maillage")
                .put("description", words.say("host.about.intro", locale))
                .put("version", "3.0")
                .put("termsOfService", site.of(OAuthAddresses.ABOUT))
                .put("x-imssf-image", site.of("/favicon.svg"))
                .put("x-imssf-privacyPolicyUrl", site.of(OAuthAddresses.ABOUT));
    }

    private ObjectNode security(java.util.Locale locale) {
        var scopes = StrictJson.object();
        HostScope.standard().forEach(scope -> scopes.put(scope.text(), words.say("host.scope." + scope, locale)));
        var flow = StrictJson.object()
                .put("authorizationUrl", site.of(OAuthAddresses.AUTHORIZE))
                .put("tokenUrl", site.of(OAuthAddresses.TOKEN))
                .put("refreshUrl", site.of(OAuthAddresses.TOKEN));
        flow.set("scopes", scopes);
        var scheme = StrictJson.object()
                .put("type", "oauth2")
                .put("description", "Authorization code with PKCE (S256); dynamic registration without a token")
                .put("x-imssf-name", "Maillage")
                .put("x-imssf-privacyPolicyUrl", site.of(OAuthAddresses.ABOUT))
                .put("x-imssf-termsOfServiceUrl", site.of(OAuthAddresses.ABOUT))
                .put("x-imssf-registrationUrl", site.of(OAuthAddresses.REGISTER));
        scheme.set("flows", StrictJson.object().set("authorizationCode", flow));
        return scheme;
    }

    private static ObjectNode paths() {
        var read = operation("getCredentials", HostRule.READ_CREDENTIALS);
        var parameters = JsonNodeFactory.instance.arrayNode();
        parameters.add(parameter("limit", "integer")).add(parameter("offset", "integer"));
        parameters.add(parameter("since", "string"));
        read.set("parameters", parameters);
        read.set("responses", responses("200", "GetOpenBadgeCredentialsResponse"));
        var bring = operation("upsertCredential", HostRule.BRING_CREDENTIAL);
        bring.set("requestBody", body("AchievementCredential", true));
        bring.set("responses", responses("201", "AchievementCredential"));
        var profile = operation("getProfile", HostRule.READ_PROFILE);
        profile.set("responses", responses("200", "Profile"));
        var change = operation("putProfile", HostRule.CHANGE_PROFILE);
        change.set("requestBody", body("Profile", false));
        change.set("responses", responses("200", "Profile"));
        var paths = StrictJson.object();
        paths.set("/credentials", StrictJson.object().set("get", read).set("post", bring));
        paths.set("/profile", StrictJson.object().set("get", profile).set("put", change));
        return paths;
    }

    private static ObjectNode operation(String id, HostRule rule) {
        var needed = StrictJson.object();
        needed.set("OAuth2ACG", StrictJson.texts(List.of(rule.scope().text())));
        var operation = StrictJson.object().put("operationId", id);
        operation.set("tags", StrictJson.texts(List.of("OpenBadgeCredentials")));
        operation.set("security", JsonNodeFactory.instance.arrayNode().add(needed));
        return operation;
    }

    private static ObjectNode parameter(String name, String type) {
        var parameter = StrictJson.object().put("name", name).put("in", "query").put("required", false);
        parameter.set("schema", StrictJson.object().put("type", type));
        return parameter;
    }

    private static ObjectNode body(String schema, boolean token) {
        var content = content(schema);
        if (token) {
            content.set("text/plain", StrictJson.object().set("schema", ref("CompactJws")));
        }
        return StrictJson.object().put("required", true).set("content", content);
    }

    private static ObjectNode responses(String status, String schema) {
        var done = StrictJson.object().put("description", "Done");
        done.set("content", content(schema));
        var failed = StrictJson.object().put("description", "Not done, and why");
        failed.set("content", content("Imsx_StatusInfo"));
        var responses = StrictJson.object();
        responses.set(status, done);
        responses.set("default", failed);
        return responses;
    }

    private static ObjectNode content(String schema) {
        var content = StrictJson.object();
        content.set("application/json", StrictJson.object().set("schema", ref(schema)));
        return content;
    }

    private static ObjectNode ref(String schema) {
        return StrictJson.object().put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode schemas() {
        var text = StrictJson.object().put("type", "string");
        var schemas = StrictJson.object();
        schemas.set("AchievementCredential", StrictJson.object().put("$ref", CREDENTIAL));
        schemas.set("Profile", StrictJson.object().put("$ref", PROFILE));
        schemas.set("CompactJws", text.deepCopy().put("pattern", "^[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+$"));
        schemas.set("GetOpenBadgeCredentialsResponse", list());
        var status = StrictJson.object().put("type", "object");
        var fields = StrictJson.object();
        for (var field : List.of("imsx_codeMajor", "imsx_severity", "imsx_description")) {
            fields.set(field, text.deepCopy());
        }
        status.set("properties", fields);
        schemas.set("Imsx_StatusInfo", status);
        return schemas;
    }

    private static ObjectNode list() {
        var fields = StrictJson.object();
        fields.set("credential", StrictJson.object().put("type", "array").set("items", ref("AchievementCredential")));
        fields.set("compactJwsString", StrictJson.object().put("type", "array").set("items", ref("CompactJws")));
        return StrictJson.object().put("type", "object").set("properties", fields);
    }
}
