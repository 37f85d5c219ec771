package org.maillage.web.host;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Which part of a list is asked for (Open Badges 3.0, section 6.4).
 *
 * @param since only what was issued after this; null for everything
 */
record HostPaging(int limit, int offset, @Nullable Instant since) {

    private static final int USUAL = 50;
    private static final int MOST = 100;

    static HostPaging read(@Nullable String limit, @Nullable String offset, @Nullable String since) {
        return new HostPaging(
                limit == null ? USUAL : Math.min(number("limit", limit, 1), MOST),
                offset == null ? 0 : number("offset", offset, 0),
                since == null ? null : time(since));
    }

    private static int number(String name, String text, int least) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw refused(name + " is a whole number from " + least);
        }
        return Integer.parseInt(text);
    }

    private static Instant time(String text) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw refused("since is a date and time with its offset, such as 2026-11-22T10:15:00Z");
        }
    }

    private static StatusInfo.Refused refused(String description) {
        return new StatusInfo.Refused(HttpStatus.BAD_REQUEST, StatusInfo.INVALID_QUERY, description);
    }

    /** Where it stands in a list of so many: first and last always, next if there is more, prev after the beginning. */
    String links(String address, int total) {
        var links = new ArrayList<String>();
        if (offset + limit < total) {
            links.add(link(address, offset + limit, "next"));
        }
        int last = total == 0 ? 0 : (total - 1) / limit * limit;
        links.add(link(address, last, "last"));
        links.add(link(address, 0, "first"));
        if (offset > 0) {
            links.add(link(address, Math.min(last, Math.max(0, offset - limit)), "prev"));
        }
        return String.join(", ", links);
    }

    private String link(String address, int from, String rel) {
        var more = since == null ? "" : "&since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
        return "<" + address + "?limit=" + limit + "&offset=" + from + more + ">; rel=\"" + rel + "\"";
    }

    /** The part of a list. */
    <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }
}
