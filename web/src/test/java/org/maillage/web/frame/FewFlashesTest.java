package org.maillage.web.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.MemberKeys;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.ledger.vault.StoredKey;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

/** What pages are to say once, between a browser and its session. */
class FewFlashesTest {

    private static final int LONG = 5_000;

    private final FlashCookie written = new FlashCookie(installation());
    private final FewFlashes flashes = new FewFlashes(written);
    private MockHttpSession session = new MockHttpSession();
    private @Nullable Cookie cookie;

    @Test
    void what_is_short_is_kept_by_the_browser_and_said_once() {
        var said = flash("/page");
        said.addTargetRequestParam("vue", "liste");
        said.put("notice", "C’est noté.");
        said.put("left", List.of("a", "b"));
        said.put("again", true);
        save(said);

        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
        assertThat(find("/autre")).isNull();
        assertThat(find("/page")).isNull();
        assertThat(find("/page", "vue=liste"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("notice", "C’est noté.", "left", List.of("a", "b"), "again", true));
        assertThat(find("/page", "vue=liste")).isNull();
        assertThat(cookie).isNull();
    }

    @Test
    void what_is_long_or_no_text_is_kept_in_the_session() {
        var text = "x".repeat(LONG);
        save(notice("/page/0", text));
        var other = flash("/page/1");
        other.put("notice", Map.of("no", "text"));
        save(other);

        assertThat(cookie).isNull();
        assertThat(find("/page/0")).containsEntry("notice", text);
        assertThat(find("/page/1")).containsEntry("notice", Map.of("no", "text"));
        assertThat(find("/page/1")).isNull();
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void the_newest_eight_are_kept_however_many_forms_were_sent_and_never_followed() {
        for (int i = 0; i < 20; i++) {
            save(notice("/page/" + i, "form " + i));
            save(notice("/long/" + i, "form " + i + " " + "x".repeat(LONG)));
        }

        assertThat(found("/page/")).hasSize(8).first().isEqualTo("form 12");
        assertThat(found("/long/")).hasSize(8).first().asString().startsWith("form 12 ");
    }

    @Test
    void a_browser_is_not_given_more_than_it_keeps() {
        for (int i = 0; i < 8; i++) {
            save(notice("/page/" + i, "form " + i + " " + "x".repeat(LONG / 8)));
        }

        assertThat(Objects.requireNonNull(cookie).getValue()).hasSizeBetween(2_000, 3_800);
        assertThat(found("/page/")).hasSizeBetween(2, 6).last().asString().startsWith("form 7 ");
    }

    @Test
    void nothing_is_said_that_was_changed_or_is_of_another_session_or_installation() {
        save(notice("/page", "C’est noté."));
        var value = Objects.requireNonNull(cookie).getValue();
        var forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("[{\"path\":\"/page\",\"parameters\":{},\"until\":-1,\"words\":{\"notice\":\"Faux\"}}]"
                        .getBytes(UTF_8));
        for (var other : List.of("", ".", "x", forged, forged + value.substring(value.indexOf('.')))) {
            cookie = new Cookie(FlashCookie.NAME, other);
            assertThat(find("/page")).as(other).isNull();
        }

        cookie = new Cookie(FlashCookie.NAME, value);
        Map<String, Object> elsewhere = new FewFlashes(new FlashCookie(installation()))
                .retrieveAndUpdate(asked("/page"), new MockHttpServletResponse());
        assertThat(elsewhere).isNull();
        var own = session;
        session = new MockHttpSession();
        assertThat(find("/page")).isNull();
        session = own;
        assertThat(find("/page")).containsEntry("notice", "C’est noté.");
    }

    @Test
    void what_was_for_an_earlier_session_of_a_request_is_not_for_the_next() {
        save(notice("/page", "to the first"));
        var signIn = asked("/connexion");
        assertThat((Object) flashes.retrieveAndUpdate(signIn, new MockHttpServletResponse()))
                .isNull();
        session = new MockHttpSession();
        signIn.setSession(session);
        var response = new MockHttpServletResponse();
        flashes.saveOutputFlashMap(notice("/accueil", "to the second"), signIn, response);
        keep(response);

        assertThat(find("/page")).isNull();
        assertThat(find("/accueil")).containsEntry("notice", "to the second");
    }

    @Test
    void what_nobody_came_for_in_time_is_said_to_nobody_and_changes_no_other_page() {
        flashes.setFlashMapTimeout(-1);
        save(notice("/page", "too late"));
        flashes.setFlashMapTimeout(180);
        cookie = new Cookie(FlashCookie.NAME, Objects.requireNonNull(cookie).getValue());
        save(notice("/next", "in time"));

        var file = new MockHttpServletResponse();
        assertThat((Object) flashes.retrieveAndUpdate(asked("/css/cadre.css"), file))
                .isNull();
        assertThat(file.getCookie(FlashCookie.NAME)).isNull();
        assertThat(find("/page")).isNull();
        assertThat(find("/next")).containsEntry("notice", "in time");
    }

    @Test
    void who_signs_out_takes_it_along() {
        save(notice("/page", "C’est noté."));
        var response = new MockHttpServletResponse();
        written.logout(asked("/logout"), response, null);

        assertThat(Objects.requireNonNull(response.getCookie(FlashCookie.NAME)).getMaxAge())
                .isZero();
    }

    @Test
    void who_has_no_session_needs_none() {
        var request = new MockHttpServletRequest("POST", "/page");
        var response = new MockHttpServletResponse();
        flashes.saveOutputFlashMap(notice("/page", "Merci."), request, response);

        var next = new MockHttpServletRequest("GET", "/page");
        next.setCookies(Objects.requireNonNull(response.getCookie(FlashCookie.NAME)));
        Map<String, Object> found = flashes.retrieveAndUpdate(next, new MockHttpServletResponse());
        assertThat(found).containsEntry("notice", "Merci.");
        assertThat(request.getSession(false)).isNull();
        assertThat(next.getSession(false)).isNull();
    }

    private static FlashMap flash(String path) {
        var flash = new FlashMap();
        flash.setTargetRequestPath(path);
        return flash;
    }

    private static FlashMap notice(String path, String text) {
        var flash = flash(path);
        flash.put("notice", text);
        return flash;
    }

    private List<Object> found(String path) {
        return new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> find(path + i))
                .filter(Objects::nonNull)
                .map(flash -> Objects.requireNonNull(flash.get("notice")))
                .toList());
    }

    private void save(FlashMap flash) {
        var response = new MockHttpServletResponse();
        flashes.saveOutputFlashMap(flash, asked("/form"), response);
        keep(response);
    }

    private @Nullable Map<String, Object> find(String path) {
        return find(path, null);
    }

    private @Nullable Map<String, Object> find(String path, @Nullable String query) {
        var request = asked(path);
        request.setQueryString(query);
        var response = new MockHttpServletResponse();
        var found = flashes.retrieveAndUpdate(request, response);
        keep(response);
        return found;
    }

    private MockHttpServletRequest asked(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        if (cookie != null) {
            request.setCookies(cookie);
        }
        return request;
    }

    /** As a browser does. */
    private void keep(MockHttpServletResponse response) {
        var set = response.getCookie(FlashCookie.NAME);
        if (set != null) {
            assertThat(set.isHttpOnly()).isTrue();
            cookie = set.getMaxAge() == 0 ? null : set;
        }
    }

    /** A vault with a secret of its own, and nobody's key. */
    private static SealedVault installation() {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var nobody = new MemberKeys() {
            @Override
            public Map<MemberId, StoredKey> find(Collection<MemberId> members) {
                return Map.of();
            }

            @Override
            public Map<MemberId, StoredKey> keepIfAbsent(Map<MemberId, StoredKey.Wrapped> keys) {
                return Map.of();
            }

            @Override
            public void destroy(MemberId member) {}

            @Override
            public boolean anyWrappedByOther(String masterKeyId) {
                return false;
            }
        };
        return new SealedVault(nobody, MasterKey.fromBase64(Base64.getEncoder().encodeToString(secret)));
    }
}
