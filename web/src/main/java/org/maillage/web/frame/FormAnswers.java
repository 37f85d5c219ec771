package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.maillage.web.security.FormAuthors;
import org.maillage.web.security.Throttle;
import org.maillage.web.security.Viewers;
import org.maillage.web.token.SecretToken;
import org.maillage.web.token.TokenSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Keeps for an hour the pages that answered a form that was not taken, each for whoever sent the form. The secret is in
 * the page's address alone: neither the table nor a copy of it tells what somebody had written.
 */
@Component
class FormAnswers {

    static final String PATH = "/reponse/";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST_BYTES = 256 * 1_024;
    private static final int MOST_ROWS = 5_000;

    private final Throttle perSource = new Throttle(240, Duration.ofMinutes(15));

    private final JdbcClient jdbc;
    private final Viewers viewers;
    private final FormAuthors authors;
    private final Clock clock;

    FormAnswers(JdbcClient jdbc, Viewers viewers, FormAuthors authors, Clock clock) {
        this.jdbc = jdbc;
        this.viewers = viewers;
        this.authors = authors;
        this.clock = clock;
    }

    /** A page as it was answered, with its status. */
    record Answer(int status, String page) {}

    /** Keeps a page; answers with its address, or nothing where it is too large or one source has too many. */
    Optional<String> keep(Answer answer, HttpServletRequest request) {
        var token = SecretToken.next("");
        var packed = packed(reader(request) + "\n" + answer.status() + "\n" + answer.page());
        if (packed.length > MOST_BYTES || !perSource.allows(request.getRemoteAddr())) {
            return Optional.empty();
        }
        jdbc.sql("delete from web.form_answer where expires_at <= ? or id in"
                        + " (select id from web.form_answer order by expires_at desc offset ?)")
                .params(now(), MOST_ROWS - 1)
                .update();
        jdbc.sql("insert into web.form_answer (id, sealed, expires_at) values (?, ?, ?)")
                .params(token.hash(), TokenSeal.seal(packed, token), now().plus(LIFE))
                .update();
        return Optional.of(PATH + token.text());
    }

    /** The page at an address, where it is kept and of whoever asks. */
    Optional<Answer> find(String secret, HttpServletRequest request) {
        var token = new SecretToken(secret);
        return jdbc.sql("select sealed from web.form_answer where id = ? and expires_at > ?")
                .params(token.hash(), now())
                .query(byte[].class)
                .optional()
                .map(bytes -> unpacked(TokenSeal.open(bytes, token)).split("\n", 3))
                .filter(parts -> parts[0].equals(reader(request)))
                .map(parts -> new Answer(Integer.parseInt(parts[1]), parts[2]));
    }

    private String reader(HttpServletRequest request) {
        return viewers.of(SecurityContextHolder.getContext().getAuthentication(), request)
                .map(authors::of)
                .orElse("");
    }

    private static byte[] packed(String text) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
