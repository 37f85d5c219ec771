package org.maillage.web.imports;

import java.util.Locale;
import java.util.Optional;
import org.maillage.ledger.value.NetworkId;

/** Networks by their names, as an import that is to make one asks. */
@FunctionalInterface
interface NetworkNames {

    /** The network that is called so, whatever its case and the spaces around; empty where none is. */
    Optional<NetworkId> find(String name);

    /** Whether two names are one but for case and the spaces around. */
    static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
