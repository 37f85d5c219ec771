package org.maillage.badge.verify;

import java.util.ArrayList;
import java.util.List;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.proof.VcJwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The checks on a credential of Open Badges 3.0, in JSON with a proof or as a token. */
final class CredentialChecks {

    private final Shape shape = new Shape();
    private final ProofCheck proofs;
    private final TokenCheck tokens;
    private final StatusCheck statuses;
    private final Endorsers endorsers;

    CredentialChecks(JsonLdBox box, Sources sources) {
        var keys = new Keys(sources);
        this.proofs = new ProofCheck(box, keys);
        this.tokens = new TokenCheck(keys);
        this.statuses = new StatusCheck(sources, proofs);
        this.endorsers = new Endorsers(sources);
    }

    /** The credential in a token's payload; of the Data Model 1.1 it is in the claim {@code vc}. */
    static ObjectNode credentialIn(ObjectNode payload) {
        return payload.path("vc") instanceof ObjectNode credential ? credential : payload;
    }

    Verdict embedded(Presented badge, Question question) {
        var wrong = shape.check(badge);
        if (wrong.isPresent()) {
            return Verdict.of(badge, List.of(wrong.get()));
        }
        var signature = proofs.check(badge.document(), question);
        return verdict(badge, signature, question);
    }

    Verdict token(Presented badge, VcJwt.Token token, Question question) {
        var wrong = Shape.privateKey(token.header()).or(() -> shape.check(badge));
        if (wrong.isPresent()) {
            return Verdict.of(badge, List.of(wrong.get()));
        }
        var signature = tokens.check(token, badge.document(), question);
        return verdict(badge, signature, question);
    }

    private Verdict verdict(Presented badge, Signed signed, Question question) {
        var checks = new ArrayList<Check>();
        checks.add(Check.passed(Check.Kind.FORMAT, Reason.READABLE)
                .with("format", badge.format().name()));
        checks.addAll(signed.checks());
        checks.add(Period.check(badge, question.now()));
        checks.add(statuses.check(badge, signed, question));
        checks.add(Recipient.check(badge.document().path("credentialSubject"), question));
        checks.add(endorsements(badge.document(), signed, question));
        return Verdict.of(badge, endorsers.recognised(badge, signed, checks));
    }

    /** Endorsements within the badge, each a credential of its own; a doubtful one takes nothing from the badge. */
    private Check endorsements(ObjectNode document, Signed signed, Question question) {
        var inside = new ArrayList<JsonNode>();
        var achievement = document.path("credentialSubject").path("achievement");
        for (var holder : List.of(document, document.path("issuer"), achievement)) {
            holder.path("endorsement").forEach(inside::add);
        }
        if (inside.isEmpty()) {
            return Check.notAsked(Check.Kind.ENDORSEMENTS, Reason.NO_ENDORSEMENTS);
        }
        var found = inside.stream()
                // What is in a badge that nobody signed is not worth the work.
                .limit(signed.isGood() ? Shape.MOST_ENDORSEMENTS : 0)
                .map(endorsement -> endorsement instanceof ObjectNode credential
                        ? endorsement(credential, question)
                        : Reason.ENDORSEMENTS_DOUBTFUL)
                .toList();
        var good = found.stream().filter(Reason.ENDORSEMENTS_GOOD::equals).count();
        var gone = found.contains(Reason.ENDORSEMENTS_WITHDRAWN);
        var check = good == inside.size()
                ? Check.passed(Check.Kind.ENDORSEMENTS, Reason.ENDORSEMENTS_GOOD)
                : Check.notAsked(
                        Check.Kind.ENDORSEMENTS, gone ? Reason.ENDORSEMENTS_WITHDRAWN : Reason.ENDORSEMENTS_DOUBTFUL);
        return check.with("good", Long.toString(good)).with("all", Integer.toString(inside.size()));
    }

    private Reason endorsement(ObjectNode endorsement, Question question) {
        var presented = new Presented(Presented.Format.ENDORSEMENT, endorsement);
        if (shape.check(presented).isPresent()) {
            return Reason.ENDORSEMENTS_DOUBTFUL;
        }
        var signed = proofs.check(endorsement, question);
        var holds = signed.isGood()
                && Period.check(presented, question.now()).state() == Check.State.PASSED
                && statuses.check(presented, signed, question).state() != Check.State.FAILED;
        var stands = endorsers.recognised(presented, signed, List.of()).stream()
                .noneMatch(check -> check.state() == Check.State.FAILED);
        return !holds
                ? Reason.ENDORSEMENTS_DOUBTFUL
                : stands ? Reason.ENDORSEMENTS_GOOD : Reason.ENDORSEMENTS_WITHDRAWN;
    }
}
