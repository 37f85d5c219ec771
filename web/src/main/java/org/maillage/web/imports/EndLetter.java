package org.maillage.web.imports;

import java.util.Locale;
import org.maillage.web.signin.EmailAddress;

/** Writes to whoever started an import, and asked for it, that it has ended. */
@FunctionalInterface
interface EndLetter {

    /** Sends it once; where to is forgotten by this. */
    void send(ImportJob job);

    /** Whom to write to, and in which language. */
    record To(EmailAddress address, Locale locale) {}
}
