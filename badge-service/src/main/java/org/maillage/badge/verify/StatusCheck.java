package org.maillage.badge.verify;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a badge was revoked or suspended: by what is known here, and by the issuer's list. */
final class StatusCheck {

    private static final int MOST_ENTRIES = 4;

    private final Sources sources;
    private final Register register;
    private final ProofCheck proofs;

    StatusCheck(Sources sources, ProofCheck proofs) {
        this.sources = sources;
        this.register = new Register(sources);
        this.proofs = proofs;
    }

    Check check(Presented badge, Signed signed, Question question) {
        return register.check(badge, badge.issuer(), signed.signature()).orElseGet(() -> told(badge, question));
    }

    /** By the credential's own entries: the first that says anything against it. */
    private Check told(Presented badge, Question question) {
        var status = badge.document().path("credentialStatus");
        var entries = status.isArray()
                ? status.valueStream().limit(MOST_ENTRIES).toList()
                : status.isObject() ? List.of(status) : List.<JsonNode>of();
        if (entries.isEmpty()) {
            return Check.notAsked(Kind.STATUS, Reason.NO_STATUS);
        }
        var checks =
                entries.stream().map(entry -> entry(entry, badge, question)).toList();
        return Stream.of(State.FAILED, State.UNKNOWN)
                .flatMap(state -> checks.stream().filter(check -> check.state() == state))
                .findFirst()
                .orElse(checks.getFirst());
    }

    private Check entry(JsonNode entry, Presented badge, Question question) {
        var type = entry.path("type").stringValue("");
        return switch (type) {
            case "BitstringStatusListEntry" -> inList(entry, badge, question);
            case "1EdTechRevocationList" -> inRevocationList(entry, badge);
            default -> Check.unknown(Kind.STATUS, Reason.UNSUPPORTED_STATUS).with("about", type);
        };
    }

    /** Bitstring Status List 1.0, section 3.2, validate algorithm. */
    private Check inList(JsonNode entry, Presented badge, Question question) {
        var address = entry.path("statusListCredential").stringValue("");
        var document = document(address);
        if (document.isEmpty()) {
            return Check.unknown(Kind.STATUS, Reason.STATUS_NOT_FETCHED).with("about", address);
        }
        var list = document.get();
        var subject = list.path("credentialSubject");
        var purpose = entry.path("statusPurpose").stringValue("");
        var bits = Bitstring.decode(subject.path("encodedList").stringValue(""));
        var index = index(entry.path("statusListIndex"));
        if (!isList(list, badge, purpose)
                || bits.isEmpty()
                || index < 0
                || bits.get().size() < Bitstring.BITS
                || index >= bits.get().size()) {
            return Check.unknown(Kind.STATUS, Reason.STATUS_UNREADABLE).with("about", address);
        }
        if (!proofs.check(list, question).isGood()) {
            return Check.unknown(Kind.STATUS, Reason.STATUS_UNREADABLE).with("about", address);
        }
        var period = Period.check(new Presented(badge.format(), list), question.now());
        if (bits.get().get(index)) {
            return set(purpose);
        }
        return period.state() == State.PASSED
                ? Check.passed(Kind.STATUS, Reason.NOT_REVOKED)
                        .with("time", list.path("validFrom").stringValue(""))
                : Check.unknown(Kind.STATUS, Reason.STATUS_OUTDATED).with("about", address);
    }

    private static Check set(String purpose) {
        return StatusPurpose.of(purpose)
                .map(known -> switch (known) {
                    case REVOCATION -> Check.failed(Kind.STATUS, Reason.REVOKED);
                    case SUSPENSION -> Check.failed(Kind.STATUS, Reason.SUSPENDED);
                })
                .orElseGet(() ->
                        Check.unknown(Kind.STATUS, Reason.UNSUPPORTED_STATUS).with("about", purpose));
    }

    private static boolean isList(JsonNode list, Presented badge, String purpose) {
        var subject = list.path("credentialSubject");
        return organisation(list).equals(badge.issuer())
                && DocumentKind.texts(list.path("type")).anyMatch(StatusList.CREDENTIAL::equals)
                && subject.path("type").stringValue("").equals(StatusList.LIST)
                && DocumentKind.texts(subject.path("statusPurpose")).anyMatch(purpose::equals);
    }

    private static Optional<String> organisation(JsonNode credential) {
        return Optional.of(ProofCheck.issuer(credential));
    }

    /** 1EdTech Revocation List 1.0: read, never issued here; it is not signed, so that its address must be trusted. */
    private Check inRevocationList(JsonNode entry, Presented badge) {
        var address = entry.path("id").stringValue("");
        var list = document(address);
        if (list.isEmpty()) {
            return Check.unknown(Kind.STATUS, Reason.STATUS_NOT_FETCHED).with("about", address);
        }
        if (!list.get().path("revokedCredential").isArray()) {
            return Check.unknown(Kind.STATUS, Reason.STATUS_UNREADABLE).with("about", address);
        }
        var id = badge.id().orElse("");
        return list.get()
                .path("revokedCredential")
                .valueStream()
                .filter(revoked -> revoked.path("id").stringValue("").equals(id))
                .findFirst()
                .map(revoked -> Check.failed(Kind.STATUS, Reason.REVOKED)
                        .with("reason", revoked.path("revocationReason").stringValue("")))
                .orElseGet(() -> Check.passed(Kind.STATUS, Reason.NOT_REVOKED));
    }

    private Optional<ObjectNode> document(String address) {
        return uri(address).flatMap(sources::document).flatMap(bytes -> {
            try {
                return Optional.of(StrictJson.readObject(bytes));
            } catch (Malformed e) {
                return Optional.empty();
            }
        });
    }

    /** Written as text of digits, or by some as a number; negative for anything else. */
    private static int index(JsonNode index) {
        var text = index.isIntegralNumber() ? Long.toString(index.longValue()) : index.stringValue("");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
