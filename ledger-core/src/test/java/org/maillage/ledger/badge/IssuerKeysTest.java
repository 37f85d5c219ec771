package org.maillage.ledger.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.IssuerCommand.AddIssuerKey;
import org.maillage.ledger.badge.IssuerCommand.ReportKeyCompromised;
import org.maillage.ledger.badge.IssuerCommand.RetireIssuerKey;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyAdded;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyCompromised;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyRetired;
import org.maillage.ledger.event.IssuerEvent.KeyAlgorithm;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;

/** By which keys a network signs. */
class IssuerKeysTest {

    private static final String PUBLIC = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE";

    private final LedgerFixture given = new LedgerFixture();
    private final IssuerKeyId key = IssuerKeyId.next();

    @AfterEach
    void close() {
        given.close();
    }

    private AddIssuerKey add() {
        return new AddIssuerKey(key, given.network, null, KeyAlgorithm.ED25519, PUBLIC);
    }

    @Test
    void the_program_or_a_coordinator_adds_a_key_once() {
        given.system(add());
        given.system(add());
        assertThat(given.news())
                .containsExactly(new IssuerKeyAdded(key, given.network, null, KeyAlgorithm.ED25519, PUBLIC));
        given.when(
                given.claire,
                new AddIssuerKey(IssuerKeyId.next(), given.network, given.claire.member(), KeyAlgorithm.RSA, PUBLIC));
        assertThat(given.news(IssuerKeyAdded.class)).hasSize(2);
    }

    @Test
    void a_key_is_one_public_half_and_not_anothers_id() {
        given.system(add());
        given.refused(
                given.claire,
                new AddIssuerKey(IssuerKeyId.next(), given.network, given.claire.member(), KeyAlgorithm.RSA, "clé"),
                Reason.INVALID_VALUE);
        given.refused(
                given.claire,
                new AddIssuerKey(key, given.network, given.claire.member(), KeyAlgorithm.RSA, PUBLIC),
                Reason.ALREADY_EXISTS);
        given.refused(given.nadia, add(), Reason.NOT_AN_ADMINISTRATOR);
        given.refused(
                given.nadia,
                new AddIssuerKey(IssuerKeyId.next(), given.network, given.nadia.member(), KeyAlgorithm.RSA, PUBLIC),
                Reason.NOT_A_COORDINATOR);
        given.refused(
                org.maillage.ledger.value.Actor.SYSTEM,
                new AddIssuerKey(key, NetworkId.next(), null, KeyAlgorithm.RSA, PUBLIC),
                Reason.UNKNOWN_NETWORK);
    }

    @Test
    void a_key_is_retired_once() {
        given.system(add());
        var retire = new RetireIssuerKey(key, given.network, given.claire.member());
        given.when(given.claire, retire);
        given.when(given.claire, retire);
        assertThat(given.news(IssuerKeyRetired.class)).hasSize(1);
        given.refused(
                given.claire,
                new RetireIssuerKey(IssuerKeyId.next(), given.network, given.claire.member()),
                Reason.UNKNOWN_ISSUER_KEY);
    }

    @Test
    void a_key_in_other_hands_is_reported_from_then_on_or_from_earlier() {
        given.system(add());
        var now = given.clock.instant();
        report(now.minus(Duration.ofDays(2)));
        report(now.minus(Duration.ofDays(1)));
        report(now.minus(Duration.ofDays(3)));
        assertThat(given.news(IssuerKeyCompromised.class))
                .extracting(IssuerKeyCompromised::since)
                .containsExactly(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(3)));
        given.refused(
                given.claire,
                new ReportKeyCompromised(key, given.network, given.claire.member(), now.plusSeconds(1)),
                Reason.INVALID_VALUE);
        given.refused(
                given.claire,
                new ReportKeyCompromised(
                        key, given.network, given.claire.member(), java.time.Instant.parse("-9999-01-01T00:00:00Z")),
                Reason.INVALID_VALUE);
        given.refused(
                given.claire,
                new ReportKeyCompromised(IssuerKeyId.next(), given.network, given.claire.member(), now),
                Reason.UNKNOWN_ISSUER_KEY);
    }

    private void report(java.time.Instant since) {
        given.when(given.claire, new ReportKeyCompromised(key, given.network, given.claire.member(), since));
    }
}
