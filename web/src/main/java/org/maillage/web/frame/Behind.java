package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.maillage.projection.Projections;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What to make of a page of something that the views do not know, while they are behind the journal: it may just have
 * been recorded, and nobody is to be told that it does not exist.
 */
@Component
final class Behind {

    private static final String AGAIN = Behind.class.getName();

    private final Projections views;

    Behind(Projections views) {
        this.views = views;
    }

    /** What to do about such a page. */
    enum Answer {
        /** the views hold everything, and do not know it */
        UNKNOWN,
        /** they have caught up meanwhile: it is asked for again, once */
        AGAIN,
        /** they are still behind */
        LATER
    }

    /** Waits a little for the views, where they are behind. */
    Answer of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || views.lag() == 0) {
            return Answer.UNKNOWN;
        }
        if (!views.awaitJournal()) {
            return Answer.LATER;
        }
        var before = Optional.<Map<String, ?>>ofNullable(RequestContextUtils.getInputFlashMap(request));
        if (before.isPresent() && before.get().containsKey(AGAIN)) {
            return Answer.UNKNOWN;
        }
        // What the page was to say when it is there, it says then.
        var after = RequestContextUtils.getOutputFlashMap(request);
        before.ifPresent(after::putAll);
        after.put(AGAIN, true);
        return Answer.AGAIN;
    }

    /** The address of a request, to ask for it again. */
    static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
