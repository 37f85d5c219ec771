package org.maillage.web.frame;

import java.util.Optional;
import org.maillage.web.security.WrittenForm;

/** Where somebody goes on with a form that they had sent without a session: a page of the context whose form it is. */
@FunctionalInterface
public interface Resuming {

    /** The address of that page; empty where the form is of another context. */
    Optional<String> way(WrittenForm form);
}
