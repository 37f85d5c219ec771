package org.maillage.web.host;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.web.host.oauth.HostScope;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.maillage.web.host.oauth.WalletAuthentication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/** The profile of the token's own person (Open Badges 3.0, sections 6.2.4 and 6.2.5). */
@Controller
@RequestMapping(OAuthAddresses.HOST + "/profile")
class ProfileApi {

    private static final int MOST_BYTES = 16 * 1024;

    private final WalletProfiles profiles;

    ProfileApi(WalletProfiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    ResponseEntity<byte[]> read(WalletAuthentication wallet) {
        return answer(profiles.of(wallet.person(), wallet.client()));
    }

    /** What is kept of it comes back, so that an application sees what was not; more, to one that may read it. */
    @PutMapping
    ResponseEntity<byte[]> put(WalletAuthentication wallet, HttpServletRequest request) throws IOException {
        profiles.put(
                wallet.person(),
                wallet.client(),
                profile(request.getInputStream().readNBytes(MOST_BYTES + 1)));
        return answer(
                wallet.may(HostScope.PROFILE_READONLY)
                        ? profiles.of(wallet.person(), wallet.client())
                        : profiles.ownOf(wallet.person(), wallet.client()));
    }

    private static ObjectNode profile(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new StatusInfo.Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    StatusInfo.INVALID_DATA,
                    "a profile has " + MOST_BYTES + " bytes at most");
        }
        try {
            var sent = StrictJson.readObject(body);
            var type = sent.path("type");
            var isProfile = type.isArray()
                    ? type.valueStream().anyMatch(one -> one.stringValue("").equals("Profile"))
                    : type.stringValue("").equals("Profile");
            if (isProfile) {
                return sent;
            }
            throw refused("the body is no Profile: its type is missing");
        } catch (Malformed malformed) {
            throw refused("the body is no JSON object: " + malformed.problem());
        }
    }

    private static StatusInfo.Refused refused(String description) {
        return new StatusInfo.Refused(HttpStatus.BAD_REQUEST, StatusInfo.INVALID_DATA, description);
    }

    private static ResponseEntity<byte[]> answer(ObjectNode profile) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(StrictJson.write(profile));
    }
}
