package org.maillage.badge.verify;

import java.util.List;

/** What is known of who signed: the checks of contexts, signature and issuer. */
record Signed(Check contexts, Check signature, Check issuer) {

    List<Check> checks() {
        return List.of(contexts, signature, issuer);
    }

    boolean isGood() {
        return signature.state() == Check.State.PASSED;
    }

    /** Where the signature could not be looked at, nothing is known of the issuer either. */
    static Signed not(Check contexts, Check signature) {
        return new Signed(contexts, signature, Check.unknown(Check.Kind.ISSUER, Reason.ISSUER_UNKNOWN));
    }

    static Check contextsKnown() {
        return Check.passed(Check.Kind.CONTEXTS, Reason.CONTEXTS_KNOWN);
    }
}
