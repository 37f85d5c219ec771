package org.maillage.badge.proof;

/** What a key is for. */
public enum KeyKind {
    /** Ed25519, for Data Integrity proofs. */
    ED25519,
    /** RSA of 2,048 bits, for VC-JWT by RS256. */
    RSA
}
