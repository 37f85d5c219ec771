package org.maillage.web.imports;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such import. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownImport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownImport() {
        super("no such import", null, false, false);
    }
}
