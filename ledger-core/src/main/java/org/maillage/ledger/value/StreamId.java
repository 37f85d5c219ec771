package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The stream of events of one thing, written {@code type/uuid}.
 *
 * @param value type of a-z and -, a slash, a UUID
 */
public record StreamId(@JsonValue String value) {

    @JsonCreator
    public StreamId {
        if (value.indexOf('/') < 1) {
            throw new IllegalArgumentException("a stream is written type/uuid");
        }
    }

    public static StreamId of(ContributionId contribution) {
        return new StreamId("contribution/" + contribution);
    }

    public static StreamId of(MemberId member) {
        return new StreamId("member/" + member);
    }

    /** The stream that links a membership to its person, outside the networks (rule 16). */
    public static StreamId membershipOf(MemberId member) {
        return new StreamId("membership/" + member);
    }

    public static StreamId of(PersonId person) {
        return new StreamId("person/" + person);
    }

    public static StreamId of(NetworkId network) {
        return new StreamId("network/" + network);
    }

    /** The stream of a network's tariff versions. */
    public static StreamId tariffOf(NetworkId network) {
        return new StreamId("tariff/" + network);
    }

    /** The stream of a network's charter versions. */
    public static StreamId charterOf(NetworkId network) {
        return new StreamId("charter/" + network);
    }

    /** The guarded stream of an account: for the common fund, its grants. */
    public static StreamId of(AccountId account) {
        return new StreamId("account-" + account);
    }

    /** The unguarded stream of what a common fund receives: its versions are given by the committer. */
    public static StreamId fundReceiptsOf(NetworkId network) {
        return new StreamId("fund-receipts/" + network);
    }

    /** The stream of a badge's definition. */
    public static StreamId of(BadgeDefinitionId definition) {
        return new StreamId("badge/" + definition);
    }

    public static StreamId of(AwardId award) {
        return new StreamId("award/" + award);
    }

    public static StreamId of(RecognitionId recognition) {
        return new StreamId("recognition/" + recognition);
    }

    /** The stream of the keys with which a network signs. */
    public static StreamId issuerOf(NetworkId network) {
        return new StreamId("issuer/" + network);
    }

    /** The stream in which one award takes a public code, so that no other has it. */
    public static StreamId of(BadgeCode code) {
        return new StreamId("badge-code/" + code.asUuid());
    }

    /** Whether anybody may append without knowing its newest version, which the committer then gives. */
    public boolean unguarded() {
        return value.startsWith("fund-receipts/");
    }

    /** What stands before the slash. */
    public String type() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The UUID after the slash. */
    public UUID id() {
        return Id.parse(value.substring(value.indexOf('/') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
