package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form that somebody filled, as it was sent: nothing of it was taken.
 *
 * @param path where it was sent to
 * @param page whose form it was: its path and query; empty where the browser did not say
 * @param author what it bears of its author (see {@link FormAuthors}); empty where nothing
 * @param fields values by name, in the form's order; neither secrets, nor files, nor the buttons pressed
 */
public record WrittenForm(String path, String page, String author, Map<String, List<String>> fields) {

    /** Fields in which people write; a form without any of them, or with all of them blank, holds nothing to lose. */
    public static final List<String> TEXTS = List.of(
            "qui",
            "who",
            "name",
            "entered",
            "email",
            "lines",
            "label",
            "amount",
            "hours",
            "minutes",
            "units",
            "title",
            "sentence",
            "words",
            "link",
            "text",
            "note",
            "communes",
            "siret",
            "rate",
            "cap",
            "floor",
            "effective",
            "offers",
            "pseudo");

    // Secrets are never kept; and a form that comes back is for reading over, whichever button was pressed.
    private static final Set<String> LEFT_OUT =
            Set.of("_csrf", FormAuthors.FIELD, "jeton", "token", "code", "password", "act", "step", "revise");

    public WrittenForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A form of which nobody asks whose page it was on. */
    public WrittenForm(String path, String author, Map<String, List<String>> fields) {
        this(path, "", author, fields);
    }

    /** The form of a request to a page. */
    public static WrittenForm of(String path, HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) {
                fields.put(name, List.of(values));
            }
        });
        return new WrittenForm(path, Way.from(request).orElse(""), FormAuthors.sent(request), fields);
    }

    /** Whether somebody wrote something in it. */
    public boolean hasText() {
        return TEXTS.stream()
                .anyMatch(name -> fields.getOrDefault(name, List.of()).stream().anyMatch(value -> !value.isBlank()));
    }

    /** The first value of a field; empty where there is none. */
    public String text(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The fields as a request has them. */
    public Map<String, String[]> parameters() {
        var parameters = new LinkedHashMap<String, String[]>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    /** All of it as one text. */
    public String encoded() {
        var pairs = new ArrayList<String>();
        pairs.add(encode(page.isEmpty() ? path : path + "\n" + page) + "=" + encode(author));
        pairs().forEach(pair -> pairs.add(encode(pair.getKey()) + "=" + encode(pair.getValue())));
        return String.join("&", pairs);
    }

    /** The form of a text of {@link #encoded}. */
    public static WrittenForm decoded(String text) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.computeIfAbsent(decode(pair.substring(0, equals)), _ -> new ArrayList<>())
                    .add(decode(pair.substring(equals + 1)));
        }
        // The first pair is the path and the page, and the author.
        var first = fields.pollFirstEntry();
        var path = first.getKey();
        int end = path.indexOf('\n');
        var page = end < 0 ? "" : path.substring(end + 1);
        return new WrittenForm(
                end < 0 ? path : path.substring(0, end), page, first.getValue().getFirst(), fields);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Its fields as pairs of name and value. */
    public List<Map.Entry<String, String>> pairs() {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(Map.entry(name, value))));
        return pairs;
    }
}
