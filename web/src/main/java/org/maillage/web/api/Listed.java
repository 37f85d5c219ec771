package org.maillage.web.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.Page;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.problem.ApiProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param items in the list's order
 * @param next cursor of the page after it, opaque; null on the last page
 */
record Listed<T>(List<T> items, @Nullable String next) {

    /** Answers a page, with a {@code Link} to the next one (RFC 8288). */
    static <T> ResponseEntity<Listed<T>> answer(@Nullable String cursor, Function<@Nullable String, Page<T>> read) {
        var page = read(cursor, read);
        var answer = ResponseEntity.ok();
        if (page.next() != null) {
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", "{cursor}")
                    .encode()
                    .buildAndExpand(page.next())
                    .toUri();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new Listed<>(page.items(), page.next()));
    }

    private static <T> Page<T> read(@Nullable String cursor, Function<@Nullable String, Page<T>> read) {
        if (cursor == null) {
            return read.apply(null);
        }
        try {
            return read.apply(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw ApiProblem.invalid(FieldFault.parameter("cursor", "cursor"));
        }
    }
}
