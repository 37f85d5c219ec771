package org.maillage.ledger.value;

/**
 * A kind of contribution in a network.
 *
 * @param code its code, unique in the network
 * @param measure what it counts; never changes
 * @param label its name on screens, where the bundles have none for the code; 1 to 80 characters
 * @param version from 1; grows when the definition changes
 */
public record Kind(KindCode code, Measure measure, String label, int version) {

    public Kind {
        if (label.isBlank() || label.length() > 80) {
            throw new IllegalArgumentException("a kind's label has 1 to 80 characters");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions start at 1");
        }
    }
}
