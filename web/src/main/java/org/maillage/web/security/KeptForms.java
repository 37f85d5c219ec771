package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import org.maillage.web.token.SecretToken;
import org.maillage.web.token.TokenSeal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the text of a form that somebody sent after their session had ended, or that was sent while somebody else was
 * signed in or in another network, for an hour, so that nothing is lost once they have signed in again. Only their
 * browser holds the key, and only its author is shown it, filled in, to send it again or not: nothing is sent by itself.
 * A browser keeps one form, the last in which something was written. Files and secrets are not kept.
 */
@Component
public final class KeptForms {

    /** The page of the claim, which shows its own form. */
    public static final String CLAIM = "/declarer";

    /** The coordinators' queue, which shows what was decided in it, also where nothing was written. */
    public static final String QUEUE = "/coordination/valider";

    private static final String RESUME = "/reprise";

    static final Duration LIFE = Duration.ofHours(1);

    private static final String COOKIE = "reprise";
    private static final int MOST_TEXT = 64 * 1_024;
    private static final int MOST_ROWS = 2_000;

    /** What became of what was written in a form that was not taken. */
    enum Keeping {
        /** nothing was, or it could not be kept; of a form without any text, its place may be */
        NOT_KEPT,
        KEPT,
        /** it is kept, and what was written in another form no longer is */
        REPLACED_ANOTHER
    }

    // Often nobody has signed in where a form is kept, so it is the source that is counted.
    private final Throttle perSource = new Throttle(60, Duration.ofMinutes(15));

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final FormAuthors authors;
    private final Viewers viewers;
    private final OwnSite site;
    private final Doors doors;
    private final Clock clock;

    KeptForms(
            JdbcClient jdbc,
            Permissions permissions,
            FormAuthors authors,
            Viewers viewers,
            OwnSite site,
            Doors doors,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.authors = authors;
        this.viewers = viewers;
        this.site = site;
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * Keeps the form of a request, where it is one in which somebody wrote and that says whose it is. One in which nobody
     * wrote takes no written one's place. A claim is written, whether it has words or choices alone.
     */
    Keeping keep(HttpServletRequest request, HttpServletResponse response) {
        if (!isForm(request)) {
            return Keeping.NOT_KEPT;
        }
        var form = WrittenForm.of(ByTable.path(request), request);
        if (form.author().isEmpty() || !isWorthKeeping(form)) {
            return Keeping.NOT_KEPT;
        }
        var earlier = any(request).filter(KeptForms::holdsText);
        var text = form.encoded();
        if ((earlier.isPresent() && !holdsText(form))
                || text.length() > MOST_TEXT
                || !perSource.allows(request.getRemoteAddr())) {
            return Keeping.NOT_KEPT;
        }
        delete(request);
        var token = SecretToken.next("");
        jdbc.sql("delete from web.kept_form where expires_at <= ?").param(now()).update();
        jdbc.sql("insert into web.kept_form (id, sealed, expires_at) values (?, ?, ?)")
                .params(token.hash(), TokenSeal.seal(text.getBytes(StandardCharsets.UTF_8), token), now().plus(LIFE))
                .update();
        makeRoom();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token.text(), LIFE, request));
        if (!holdsText(form)) {
            return Keeping.NOT_KEPT;
        }
        return earlier.filter(one -> !isSame(one, form)).isPresent() ? Keeping.REPLACED_ANOTHER : Keeping.KEPT;
    }

    // A claim's choices are as long to make again as its words.
    private static boolean holdsText(WrittenForm form) {
        return isWritten(form) || form.path().equals(CLAIM);
    }

    private static boolean isWorthKeeping(WrittenForm form) {
        return form.hasText() || form.path().equals(CLAIM) || form.path().startsWith(QUEUE + "/");
    }

    // All forms of the queue say what it was searched for.
    private static boolean isWritten(WrittenForm form) {
        if (!form.path().startsWith(QUEUE + "/")) {
            return form.hasText();
        }
        var decided = new LinkedHashMap<>(form.fields());
        decided.remove("text");
        return new WrittenForm(form.path(), form.author(), decided).hasText();
    }

    // Sent once more, whatever was written in it meanwhile.
    private static boolean isSame(WrittenForm one, WrittenForm other) {
        var key = one.text("key");
        return one.path().equals(other.path())
                && one.author().equals(other.author())
                && (key.isEmpty() ? one.fields().equals(other.fields()) : key.equals(other.text("key")));
    }

    // What anybody may send needs no session, and so loses nothing by its end; keys and devices are made afresh. What
    // another site makes a browser send takes no text's place.
    private boolean isForm(HttpServletRequest request) {
        var path = ByTable.path(request);
        return request.getMethod().equals("POST")
                && !site.isForeign(request)
                && !path.equals(CLAIM + "/estimation")
                && !path.equals(QUEUE + "/touches")
                && !path.startsWith("/moi/jetons")
                && permissions.of("POST", path).filter(row -> !row.open()).isPresent();
    }

    // The oldest go first: whoever wrote last is most likely to come back.
    private void makeRoom() {
        jdbc.sql("delete from web.kept_form where id in (select id from web.kept_form order by expires_at desc"
                        + " offset ?)")
                .param(MOST_ROWS)
                .update();
    }

    /**
     * Where somebody who has just signed in goes: to the form that they themselves had sent, else to what an application asks of
     * them or the page that they were about to open, if it is one for them, else to the home page.
     */
    public String way(HttpServletRequest request, HttpServletResponse response) {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (Viewers.person(somebody)
                .filter(person -> any(request)
                        .filter(form -> authors.isBy(person, form.author()))
                        .isPresent())
                .isPresent()) {
            return RESUME;
        }
        var errand = Errands.way(request).orElse("/");
        if (errand.equals("/") || Errands.isQuestion(errand)) {
            return errand;
        }
        Errands.end(request, response);
        var viewer = viewers.of(somebody, request);
        return doors.allow(errand, viewer.orElse(null)) ? errand : "/";
    }

    /** Whether this browser holds a form in which somebody wrote, whoever that was. */
    public boolean waits(HttpServletRequest request) {
        return any(request).filter(KeptForms::holdsText).isPresent();
    }

    /** The form that this browser sent last without a session, where it is the viewer's; empty else. */
    public Optional<WrittenForm> find(HttpServletRequest request, Viewer viewer) {
        return any(request).filter(form -> authors.isBy(viewer, form.author()));
    }

    /** The same, where it is of the network that the viewer is in. */
    public Optional<WrittenForm> findHere(HttpServletRequest request, Viewer viewer) {
        return any(request).filter(form -> form.author().equals(authors.of(viewer)));
    }

    /** The page whose form it was, where its author may still open it. */
    public Optional<String> page(WrittenForm form, Viewer viewer) {
        return Optional.of(form.page()).filter(page -> page.startsWith("/")).filter(page -> doors.allow(page, viewer));
    }

    private Optional<WrittenForm> any(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        var token = new SecretToken(cookie.getValue());
        return jdbc.sql("select sealed from web.kept_form where id = ? and expires_at > ?")
                .params(token.hash(), now())
                .query(byte[].class)
                .optional()
                .map(bytes -> WrittenForm.decoded(new String(TokenSeal.open(bytes, token), StandardCharsets.UTF_8)));
    }

    /** Forgets it once it was sent: a form to the same path that bears the same key, or none as it does. */
    public void sent(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        var key = Objects.requireNonNullElse(request.getParameter("key"), "");
        find(request, viewer)
                .filter(form -> form.path().equals(ByTable.path(request)))
                .filter(form -> form.text("key").equals(key))
                .ifPresent(_ -> end(request, response));
    }

    /** Forgets it. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            delete(request);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        }
    }

    private void delete(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            jdbc.sql("delete from web.kept_form where id = ?")
                    .param(new SecretToken(cookie.getValue()).hash())
                    .update();
        }
    }

    private static String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
