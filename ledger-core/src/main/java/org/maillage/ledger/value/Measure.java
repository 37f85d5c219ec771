package org.maillage.ledger.value;

/** What a kind counts; fixed for ever when the kind is made. */
public enum Measure {
    /** minutes of session and preparation */
    TIME,
    /** units */
    COUNT
}
