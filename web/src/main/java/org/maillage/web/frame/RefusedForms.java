package org.maillage.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.maillage.ledger.Ledger;
import org.maillage.web.api.json.ReadableText;
import org.maillage.web.security.FormAuthors;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewers;
import org.maillage.web.security.Way;
import org.maillage.web.security.WrittenForm;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the page of a refusal shows beside its words: the way back, and what its author had written. */
@Component
final class RefusedForms {

    private static final int FORBIDDEN = 403;
    private static final int FAULT = 500;

    private final Viewers viewers;
    private final FormAuthors authors;
    private final Words words;

    RefusedForms(Viewers viewers, FormAuthors authors, Words words) {
        this.viewers = viewers;
        this.authors = authors;
        this.words = words;
    }

    /** A field in which somebody had written. */
    record Text(String name, String label, String value, boolean lines) {}

    /**
     * A form as it was written.
     *
     * @param others what else it held, as pairs
     * @param sendable whether it may be sent again as it is; else its texts can be copied
     */
    record Written(String action, List<Text> texts, List<Map.Entry<String, String>> others, boolean sendable) {}

    /** For a page that the error page answers for. */
    Map<String, Object> ofError(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : "/";
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : FAULT;
        return of(request, method(request), path, status == FORBIDDEN || status >= FAULT);
    }

    /** For a page that refuses a request. */
    Map<String, Object> of(HttpServletRequest request, boolean sendable) {
        return of(request, request.getMethod(), request.getRequestURI(), sendable);
    }

    // The error page itself is asked for with GET.
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
                ? asked
                : request.getMethod();
    }

    private Map<String, Object> of(HttpServletRequest request, String method, String path, boolean sendable) {
        var shown = new HashMap<String, Object>();
        shown.put("back", back(request));
        if (method.equals("POST")) {
            written(request, path, sendable).ifPresent(form -> shown.put("written", form));
        }
        return shown;
    }

    private Optional<Written> written(HttpServletRequest request, String path, boolean sendable) {
        try {
            var form = WrittenForm.of(path, request);
            if (!form.hasText()) {
                return Optional.empty();
            }
            var locale = RequestContextUtils.getLocale(request);
            var somebody = SecurityContextHolder.getContext().getAuthentication();
            var viewer = viewers.of(somebody, request);
            // Shown only to whom this program showed the form: nobody else has put words in their mouth.
            return viewer.isEmpty()
                    ? Viewers.person(somebody)
                            .filter(person -> authors.isBy(person, form.author()))
                            .map(_ -> unseen(form, sendable, locale))
                    : viewer.filter(known -> authors.isBy(known, form.author()))
                            .map(known -> written(form, sendable && isOfNow(known, form), locale));
        } catch (InvalidParameterException | Ledger.Unavailable unreadable) {
            // Or nobody can tell now whose it is, and the page that says so must not fail too.
            LoggerFactory.getLogger(RefusedForms.class).debug("a form that cannot be read", unreadable);
            return Optional.empty();
        }
    }

    /** The form of somebody of whom the views say nothing now: its page knows no author of its own to write into it. */
    private Written unseen(WrittenForm form, boolean sendable, Locale locale) {
        var written = written(form, sendable, locale);
        var others = new ArrayList<>(written.others());
        others.add(Map.entry(FormAuthors.FIELD, form.author()));
        return new Written(written.action(), written.texts(), others, sendable);
    }

    private boolean isOfNow(Viewer viewer, WrittenForm form) {
        return form.author().equals(authors.of(viewer));
    }

    /** A form as its author wrote it. */
    Written written(WrittenForm form, boolean sendable, Locale locale) {
        var texts = new ArrayList<Text>();
        var others = new ArrayList<Map.Entry<String, String>>();
        for (var pair : form.pairs()) {
            if (WrittenForm.TEXTS.contains(pair.getKey()) && !pair.getValue().isBlank()) {
                texts.add(text(pair.getKey(), pair.getValue(), locale));
            } else {
                others.add(pair);
            }
        }
        return new Written(Way.back(form.path()), texts, others, sendable);
    }

    private Text text(String name, String value, Locale locale) {
        var shown = readable(value);
        return new Text(name, words.say("frame.text." + name, locale), shown, shown.indexOf('\n') >= 0);
    }

    // What was refused since it cannot be read is not copied either.
    private static String readable(String text) {
        return ReadableText.is(text)
                ? text
                : text.codePoints()
                        .mapToObj(Character::toString)
                        .filter(ReadableText::is)
                        .collect(Collectors.joining());
    }

    /** The page whose form it was; the home page where nothing says so. */
    static String back(HttpServletRequest request) {
        return Way.from(request).orElse("/");
    }
}
