package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.WrittenForm;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Where somebody goes on with a form that they had sent without a session: a page of the context whose form it is. */
@FunctionalInterface
public interface Resuming {

    /** Says that the page whose form it is opens no more to its author, as {@link #over} does. */
    String CLOSED = "frame.resume.closed";

    /** The address of that page; empty where the form is of another context. */
    Optional<String> way(WrittenForm form);

    /**
     * Why its author can only read it and leave it, as a message that says so; empty where they can go on with it, or the
     * form is of another context.
     */
    default Optional<String> over(WrittenForm form, Viewer viewer) {
        return Optional.empty();
    }

    /**
     * What a page says above the form that it filled in again: what happened, and a way to leave it.
     *
     * @param at the field to go to; null where it is in sight
     */
    record TakenBack(String text, @Nullable String at) {

        /** The name that the layout knows it by. */
        public static final String NAME = "takenBack";
    }

    /** Leaves what this page was to say once to the page that it leads on to. */
    static void sayOnceThere(HttpServletRequest request) {
        var said = RequestContextUtils.getInputFlashMap(request);
        if (said != null) {
            RequestContextUtils.getOutputFlashMap(request).putAll(said);
        }
    }
}
