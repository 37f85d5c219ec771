package org.maillage.badge.status;

import java.net.URI;

/**
 * Where a credential's bit is (Bitstring Status List 1.0, section 2.1, BitstringStatusListEntry). A credential has one:
 * an array of them makes verifiers fail.
 *
 * @param list address of the list's own credential
 * @param index from 0
 */
public record StatusEntry(URI list, int index, StatusPurpose purpose) {

    public StatusEntry {
        if (index < 0 || list.getFragment() != null) {
            throw new IllegalArgumentException("no such place: " + list + ", " + index);
        }
    }

    /** Names the entry; never the list's own address. */
    public URI id() {
        return URI.create(list + "#" + index);
    }
}
