package org.maillage.badge.verify;

import java.util.ArrayList;
import java.util.List;
import org.maillage.badge.credential.HashedIdentity;
import tools.jackson.databind.JsonNode;

/** Whether a badge is of the person that somebody asks about. */
final class Recipient {

    private Recipient() {}

    /** @param subject of Open Badges 3.0, or the recipient of 2.0 */
    static Check check(JsonNode subject, Question question) {
        var asked = question.askedEmail();
        if (asked.isEmpty()) {
            return Check.notAsked(Check.Kind.RECIPIENT, Reason.RECIPIENT_NOT_ASKED);
        }
        var told = told(subject);
        if (told.isEmpty()) {
            return Check.unknown(Check.Kind.RECIPIENT, Reason.RECIPIENT_NOT_TOLD);
        }
        return told.stream().anyMatch(identity -> isOf(identity, asked.get().strip()))
                ? Check.passed(Check.Kind.RECIPIENT, Reason.RECIPIENT_MATCHES)
                : Check.failed(Check.Kind.RECIPIENT, Reason.RECIPIENT_OTHER);
    }

    /** The e-mail addresses that it tells, hashed or not. */
    private static List<JsonNode> told(JsonNode subject) {
        var told = new ArrayList<JsonNode>();
        subject.path("identifier").forEach(identity -> {
            if (identity.path("identityType").stringValue("").equals("emailAddress")) {
                told.add(identity);
            }
        });
        if (subject.path("type").stringValue("").equals("email")) {
            told.add(subject);
        }
        return told;
    }

    private static boolean isOf(JsonNode identity, String email) {
        var value = identity.path("identityHash")
                .stringValue(identity.path("identity").stringValue(""));
        if (value.contains("$")) {
            return new HashedIdentity(value, identity.path("salt").stringValue("")).isOf(email);
        }
        return value.equalsIgnoreCase(email);
    }
}
