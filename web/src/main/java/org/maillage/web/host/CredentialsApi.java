package org.maillage.web.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.issue.Language;
import org.maillage.web.badges.elsewhere.BroughtBadges;
import org.maillage.web.badges.elsewhere.BroughtBadges.Outcome;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.maillage.web.host.oauth.WalletAuthentication;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Credentials of the Host API (Open Badges 3.0, sections 6.2.2 and 6.2.3): of the token's own person, ever. */
@Controller
@RequestMapping(OAuthAddresses.HOST + "/credentials")
class CredentialsApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final OwnCredentials credentials;
    private final BroughtBadges brought;
    private final PublicAddress site;

    CredentialsApi(OwnCredentials credentials, BroughtBadges brought, PublicAddress site) {
        this.credentials = credentials;
        this.brought = brought;
        this.site = site;
    }

    @GetMapping
    void read(
            WalletAuthentication wallet,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String since,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var paging = HostPaging.read(limit, offset, since);
        var language = Language.of(locale.getLanguage()).orElse(Language.FR);
        var part = credentials.of(wallet.person(), paging);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setIntHeader("X-Total-Count", part.total());
        response.setHeader(HttpHeaders.LINK, paging.links(site.of(OAuthAddresses.HOST + "/credentials"), part.total()));
        write(part, language, response.getOutputStream());
    }

    // Documents go out as they were signed, byte for byte, and one after another: together they may be large.
    private void write(OwnCredentials.Part part, Language language, OutputStream to) throws IOException {
        to.write("{\"credential\":".getBytes(UTF_8));
        write(part.listed(), one -> credentials.json(one, language), to);
        to.write(",\"compactJwsString\":".getBytes(UTF_8));
        write(part.listed(), one -> credentials.token(one, language).map(JSON::writeValueAsString), to);
        to.write('}');
    }

    private static void write(
            List<OwnCredentials.Listed> all, Function<OwnCredentials.Listed, Optional<String>> form, OutputStream to)
            throws IOException {
        var before = "[";
        for (var one : all) {
            var document = form.apply(one);
            if (document.isPresent()) {
                to.write((before + document.get()).getBytes(UTF_8));
                before = ",";
            }
        }
        to.write((before.equals("[") ? "[]" : "]").getBytes(UTF_8));
    }

    @PostMapping
    ResponseEntity<byte[]> bring(WalletAuthentication wallet, HttpServletRequest request) throws IOException {
        var token = isToken(request.getContentType());
        var body = request.getInputStream().readNBytes(BroughtBadges.MOST_BYTES + 1);
        var outcome = brought.bring(wallet.person(), body, wallet.client());
        return switch (outcome) {
            case Outcome.Kept(var badge, var created) ->
                document(
                        created ? HttpStatus.CREATED : HttpStatus.OK,
                        brought.document(wallet.person(), badge.id()).orElse(""),
                        badge.isToken());
            case Outcome.Own _ -> document(HttpStatus.OK, new String(body, UTF_8), token);
            case Outcome.Refused(var why, var about) -> throw refused(why, about);
        };
    }

    private static boolean isToken(@Nullable String type) {
        try {
            var sent = MediaType.parseMediaType(type == null ? "" : type);
            if (sent.equalsTypeAndSubtype(MediaType.TEXT_PLAIN)) {
                return true;
            }
            if (sent.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || sent.getSubtype().endsWith("+json")) {
                return false;
            }
        } catch (InvalidMediaTypeException e) {
            // Answered below, like any other type that is not taken.
        }
        throw new StatusInfo.Refused(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                StatusInfo.INVALID_DATA,
                "a credential is application/json, or text/plain for a compact JWS");
    }

    private static ResponseEntity<byte[]> document(HttpStatus status, String document, boolean token) {
        return ResponseEntity.status(status)
                .contentType(token ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(document.getBytes(UTF_8));
    }

    private static StatusInfo.Refused refused(BroughtBadges.Why why, String about) {
        return switch (why) {
            case TOO_LARGE ->
                new StatusInfo.Refused(
                        HttpStatus.CONTENT_TOO_LARGE,
                        StatusInfo.INVALID_DATA,
                        "a credential has " + BroughtBadges.MOST_BYTES + " bytes at most");
            case TOO_MANY ->
                new StatusInfo.Refused(
                        HttpStatus.FORBIDDEN,
                        StatusInfo.FORBIDDEN,
                        "the member keeps " + BroughtBadges.MOST + " such credentials at most");
            case TOO_MUCH ->
                new StatusInfo.Refused(
                        HttpStatus.FORBIDDEN,
                        StatusInfo.FORBIDDEN,
                        "the member keeps " + BroughtBadges.MOST_TOGETHER + " bytes of such credentials at most");
            case SOMEBODY_ELSES ->
                new StatusInfo.Refused(
                        HttpStatus.FORBIDDEN, StatusInfo.FORBIDDEN, "this badge was not accepted by this member");
            case UNREADABLE -> data("this is no credential that can be read: " + about);
            case OTHER_STANDARD -> data("only credentials of Open Badges 3.0 are kept here");
            case NAMELESS -> data("a credential needs an id, and an issuer with an id");
            case FORGED -> data("the credential does not verify: " + about);
        };
    }

    private static StatusInfo.Refused data(String description) {
        return new StatusInfo.Refused(HttpStatus.BAD_REQUEST, StatusInfo.INVALID_DATA, description);
    }
}
