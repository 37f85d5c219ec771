package org.maillage.web.imports;

import org.maillage.ledger.value.NetworkId;

/** An import was to make a network whose name is that of another. */
final class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient NetworkId network;

    /** @param network the one that is called so */
    NameTaken(String name, NetworkId network) {
        super("a network is called so", null, false, false);
        this.name = name;
        this.network = network;
    }

    String name() {
        return name;
    }

    NetworkId network() {
        return network;
    }
}
