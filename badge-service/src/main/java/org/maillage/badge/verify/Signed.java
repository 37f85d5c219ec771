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

    /** Where the signature does not hold or could not be looked at, nothing is known of the issuer either. */
    static Signed not(Check contexts, Check signature) {
        var reason = signature.state() == Check.State.FAILED ? Reason.ISSUER_NOT_SHOWN : Reason.ISSUER_UNKNOWN;
        return new Signed(contexts, signature, Check.unknown(Check.Kind.ISSUER, reason));
    }

    static Check contextsKnown() {
        return Check.passed(Check.Kind.CONTEXTS, Reason.CONTEXTS_KNOWN);
    }
}
