package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.maillage.ledger.LedgerFixture.PARIS;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Renew;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.badge.DefinitionCommand.Revise;
import org.maillage.ledger.badge.IssuerCommand.RetireIssuerKey;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;
import org.maillage.ledger.journal.BusyJournal;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.member.MemberCommand.Rename;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.network.NetworkCommand.ChangeTerritory;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.network.ShippedKinds;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.TransferId;
import org.maillage.ledger.value.Where;

/** Each reason is given by the core in the case below, stores nothing, or is given at the edge alone. */
class EveryReasonTest {

    /** Files, rows of sources and what is alike are known outside of the core. */
    private static final Set<Reason> OF_THE_EDGE =
            EnumSet.of(Reason.POSSIBLE_DUPLICATE, Reason.FILE_TOO_LARGE, Reason.FILE_NOT_READABLE, Reason.ROW_SEEN);

    private final LedgerFixture given = new LedgerFixture();
    private final BadgeFixture badges = new BadgeFixture(given);
    private final Someone nadia = given.nadia;
    private final Someone claire = given.claire;
    private final Someone samir = given.samir;

    @AfterEach
    void close() {
        given.close();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void each_reason_is_given_and_nothing_is_stored(Reason reason) {
        switch (reason) {
            case UNKNOWN_CONTRIBUTION -> by(claire, given.validate(ContributionId.next(), claire), reason);
            case UNKNOWN_SHARE -> by(nadia, confirm(given.claims(nadia, 60), nadia, ShareId.next()), reason);
            case UNKNOWN_MEMBER -> by(nadia, claim(share(AccountId.of(MemberId.next()))), reason);
            case UNKNOWN_NETWORK ->
                by(Actor.SYSTEM, new PublishCharter(NetworkId.next(), null, 1, "L'éducation…"), reason);
            case UNKNOWN_PERSON -> by(Actor.SYSTEM, founding(PersonId.next()), reason);
            case UNKNOWN_ORGANISATION ->
                by(nadia, new ChangeOrganisation(nadia.member(), given.network, OrganisationId.next()), reason);
            case UNKNOWN_KIND -> by(nadia, claim(share(new KindCode("sieste"), 60)), reason);
            case UNKNOWN_BADGE -> by(claire, badges.byHand(BadgeDefinitionId.next(), nadia, claire), reason);
            case UNKNOWN_AWARD -> by(nadia, accept(AwardId.of(once(), nadia.member()), nadia), reason);
            case UNKNOWN_PRACTICE -> by(nadia, endorse(RecognitionId.of(once(), claire.member()), nadia, null), reason);
            case UNKNOWN_ISSUER_KEY ->
                by(claire, new RetireIssuerKey(IssuerKeyId.next(), given.network, claire.member()), reason);

            case NOT_YOURSELF -> by(samir, new Rename(nadia.member(), given.network, "Nadine"), reason);
            case NOT_A_COORDINATOR -> by(nadia, given.validate(given.claims(given.karim, 60), nadia), reason);
            case NOT_AN_ADMINISTRATOR -> by(nadia, creation(NetworkId.next(), null), reason);
            case NOT_YOUR_SHARE -> notYourShare(reason);
            case NOT_THE_AUTHOR ->
                by(given.karim, new Withdraw(given.claims(nadia, 60), given.network, given.karim.member()), reason);
            case DECIDES_OWN_CLAIM -> by(claire, given.validate(given.claims(claire, 60), claire), reason);
            case DECIDED_BEFORE -> by(claire, given.validate(appealed(), claire), reason);
            case NOT_THE_DECIDER -> by(samir, new Undo(given.earns(nadia, 60), given.network, samir.member()), reason);
            case GAINS_FROM_IT ->
                by(nadia, new Attest(given.claims(nadia, 60), given.network, nadia.member(), null), reason);
            case NOT_AN_ACTIVE_MEMBER -> notActive(reason);
            case NOT_YOUR_BADGE -> by(samir, accept(badges.awarded(once(), nadia), samir), reason);
            case DECIDES_OWN_BADGE -> by(claire, badges.byHand(once(), claire, claire), reason);
            case ENDORSES_ONESELF -> by(nadia, endorse(practice(nadia), nadia, null), reason);
            case NOT_YOUR_ORGANISATION -> by(claire, endorse(practice(nadia), claire, OrganisationId.next()), reason);
            case NOT_THE_PROGRAM -> by(claire, badges.byRule(once(), nadia), reason);

            case ALREADY_DECIDED -> by(samir, given.validate(given.earns(nadia, 60), samir), reason);
            case NOT_DECIDED -> by(claire, new Undo(given.claims(nadia, 60), given.network, claire.member()), reason);
            case NOT_VALIDATED -> by(claire, reverse(given.claims(nadia, 60), ReversalReason.MISTAKE), reason);
            case NOT_DECLINED -> by(nadia, appeal(given.claims(nadia, 60)), reason);
            case ALREADY_WITHDRAWN -> alreadyWithdrawn(reason);
            case ALREADY_APPEALED -> by(nadia, appeal(appealed()), reason);
            case ALREADY_ANSWERED -> alreadyAnswered(reason);
            case SHARE_LAPSED -> shareLapsed(reason);
            case ALREADY_EXISTS -> by(Actor.SYSTEM, creation(given.network, null), reason);
            case ALREADY_LINKED -> alreadyLinked(reason);
            case HAS_LEFT -> hasLeft(reason);
            case NO_QUESTION_OPEN -> by(nadia, answer(given.claims(nadia, 60)), reason);
            case UNDO_TOO_LATE -> undoTooLate(reason);
            case NOBODY_CONFIRMED ->
                by(claire, given.validate(given.claims(nadia, share(given.karim.account())), claire), reason);
            case REPLACED_CLAIM_STILL_STANDS -> replacedStands(reason);
            case UNINVOLVED_COORDINATOR_EXISTS -> by(nadia, entrust(given.claims(nadia, 60)), reason);
            case NOBODY_CAN_DECIDE -> nobodyCanDecide(reason);
            case LAST_COORDINATOR -> lastCoordinator(reason);
            case BADGE_RETIRED -> badgeRetired(reason);
            case BADGE_REVISED -> badgeRevised(reason);
            case BADGE_NOT_ACCEPTED ->
                by(nadia, new Publish(badges.awarded(once(), nadia), given.network, nadia.member()), reason);
            case BADGE_REVOKED -> by(nadia, accept(badges.revoked(once(), nadia), nadia), reason);
            case NOT_BY_ENDORSEMENT ->
                by(nadia, new DescribePractice(once(), given.network, nadia.member(), "J'anime."), reason);
            case PRACTICE_ENDORSED -> practiceEndorsed(reason);
            case PRACTICE_DESCRIBED_ANEW -> {
                var anew = new EndorsePractice(practice(nadia), given.network, claire.member(), null, null, "other");
                by(claire, anew, reason);
            }
            case NOT_ENDORSED ->
                by(claire, new WithdrawEndorsement(practice(nadia), given.network, claire.member(), null), reason);
            case NEVER_EXPIRES -> neverExpires(reason);
            case NOT_A_COORDINATOR_YET ->
                by(claire, new DismissCoordinator(given.network, nadia.member(), claire.member()), reason);
            case LONG_DAY -> by(nadia, claim(share(WORKSHOP, 721)), reason);
            case QUESTION_OPEN -> questionOpen(reason);
            case HOLDS_ANOTHER_MEMBERSHIP -> by(Actor.SYSTEM, founding(nadia.person()), reason);
            case CHARTER_UNKNOWN -> by(nadia, new SignCharter(nadia.member(), given.network, 1), reason);
            case KEY_REUSED -> keyReused(reason);
            case TOO_BUSY -> tooBusy(reason);

            case NO_SHARE -> by(nadia, claim(), reason);
            case TOO_MANY_SHARES -> by(nadia, claim(shares(51)), reason);
            case SHARE_TWICE -> shareTwice(reason);
            case CONTRIBUTOR_TWICE -> by(nadia, claim(share(WORKSHOP, 60), share(WORKSHOP, 30)), reason);
            case DAY_IN_THE_FUTURE -> by(nadia, claim(on(TODAY.plusDays(1))), reason);
            case DECLARED_IN_THE_FUTURE ->
                by(nadia, declared(given.clock.instant().plusSeconds(301)), reason);
            case DAY_TOO_OLD -> by(nadia, claim(on(TODAY.minusYears(60))), reason);
            case QUANTITY_MISSING -> by(nadia, claim(share(WORKSHOP, 0)), reason);
            case QUANTITY_NOT_OF_THE_KIND -> by(nadia, claim(new Quantity(60, 0, 0, 3)), reason);
            case MORE_THAN_CONFIRMED -> acceptedFor(Quantity.minutes(61), reason);
            case NOT_LESS -> acceptedFor(Quantity.minutes(60), reason);
            case NOTHING_ACCEPTED -> acceptedFor(null, reason);
            case REASON_MISSING -> by(claire, reverse(given.earns(nadia, 60), ReversalReason.OTHER), reason);
            case TEXT_TOO_LONG -> by(nadia, new Rename(nadia.member(), given.network, "a".repeat(121)), reason);
            case TEXT_MISSING -> by(nadia, new Rename(nadia.member(), given.network, " \t"), reason);
            case TEXT_UNREADABLE -> by(nadia, new Rename(nadia.member(), given.network, "Nad\0ia"), reason);
            case TOO_MUCH_EVIDENCE -> by(nadia, withEvidence(11, "https://exemple.fr/photo"), reason);
            case LINK_INVALID -> by(nadia, withEvidence(1, "javascript:alert(1)"), reason);
            case TOO_MANY_NAMED -> tooManyNamed(reason);
            case MORE_THAN_24_HOURS -> by(nadia, claim(new Quantity(1_000, 400, 41, 0)), reason);
            case AMOUNT_NEGATIVE -> by(nadia, give(given.karim.account(), -1), reason);
            case AMOUNT_TOO_LARGE -> by(nadia, give(given.karim.account(), 100_000_001), reason);
            case NOT_ENOUGH_AVAILABLE -> by(nadia, give(given.karim.account(), 1), reason);
            case GIVES_TO_ITSELF -> by(nadia, give(nadia.account(), 0), reason);
            case OTHER_NETWORK -> by(nadia, give(AccountId.fundOf(NetworkId.next()), 1), reason);
            case EFFECTIVE_BEFORE_ADOPTION -> by(claire, tariff(2, -1), reason);
            case VERSION_NOT_NEXT -> by(claire, tariff(3, 0), reason);
            case TARIFF_INCOMPLETE -> tariffIncomplete(reason);
            case NOTHING_CHANGES -> by(claire, tariff(2, 0), reason);
            case SIRET_INVALID -> by(claire, organisation("12345678901234"), reason);
            case COMMUNE_INVALID -> communeInvalid(reason);
            case PARENT_WITHIN_ITSELF -> parentWithinItself(reason);
            case EMAIL_INVALID ->
                by(claire, new Invite(MemberId.next(), given.network, claire.member(), "Lou", "lou@"), reason);
            case RULE_TOO_LARGE -> by(claire, badges.define(claire, deep(5)), reason);
            case INVALID_VALUE -> by(nadia, claim(share(AccountId.fundOf(given.network))), reason);

            case POSSIBLE_DUPLICATE, FILE_TOO_LARGE, FILE_NOT_READABLE, ROW_SEEN ->
                assertThat(OF_THE_EDGE).contains(reason);
        }
    }

    @Test
    void few_reasons_are_the_edges_alone() {
        assertThat(OF_THE_EDGE).hasSize(4);
    }

    private BadgeDefinitionId once() {
        return badges.defined(BadgeFixture.ONCE);
    }

    private Accept accept(AwardId award, Someone who) {
        return new Accept(award, given.network, who.member());
    }

    private EndorsePractice endorse(RecognitionId recognition, Someone by, @Nullable OrganisationId organisation) {
        return new EndorsePractice(recognition, given.network, by.member(), organisation, null, null);
    }

    private DescribePractice describe(BadgeDefinitionId badge, Someone who) {
        return new DescribePractice(badge, given.network, who.member(), "J'anime des ateliers.");
    }

    private RecognitionId practice(Someone who) {
        var badge = badges.defined(new BadgeRule.Endorsements(2));
        given.when(who, describe(badge, who));
        return RecognitionId.of(badge, who.member());
    }

    private static BadgeRule deep(int levels) {
        return levels == 1 ? new BadgeRule.ByHand() : new BadgeRule.AllOf(List.of(deep(levels - 1)));
    }

    private void badgeRetired(Reason reason) {
        var badge = once();
        given.when(claire, new Retire(badge, given.network, claire.member()));
        by(claire, badges.byHand(badge, nadia, claire), reason);
    }

    private void badgeRevised(Reason reason) {
        var badge = once();
        var content = BadgeFixture.content(new BadgeRule.ByHand());
        given.when(claire, new Revise(badge, given.network, claire.member(), 2, content));
        by(Actor.SYSTEM, badges.byRule(badge, nadia), reason);
    }

    private void practiceEndorsed(Reason reason) {
        var badge = badges.defined(new BadgeRule.Endorsements(2));
        given.when(nadia, describe(badge, nadia));
        given.when(claire, endorse(RecognitionId.of(badge, nadia.member()), claire, null));
        by(nadia, describe(badge, nadia), reason);
    }

    private void neverExpires(Reason reason) {
        var award = badges.awarded(once(), nadia);
        by(claire, new Renew(award, given.network, claire.member(), List.of()), reason);
    }

    private void by(Someone who, LedgerCommand command, Reason reason) {
        given.refused(who, command, reason);
    }

    private void by(Actor actor, LedgerCommand command, Reason reason) {
        given.refused(actor, command, reason);
    }

    private ClaimedShare share(AccountId contributor) {
        return ClaimedShare.plain(contributor, WORKSHOP, Quantity.minutes(60), TODAY);
    }

    private ClaimedShare share(KindCode kind, int minutes) {
        return ClaimedShare.plain(nadia.account(), kind, Quantity.minutes(minutes), TODAY);
    }

    private ClaimedShare on(LocalDate day) {
        return ClaimedShare.plain(nadia.account(), WORKSHOP, Quantity.minutes(60), day);
    }

    private ClaimedShare[] shares(int count) {
        return Collections.nCopies(count, share(nadia.account())).toArray(ClaimedShare[]::new);
    }

    private Submit claim(ClaimedShare... shares) {
        return given.submit(ContributionId.next(), nadia, shares);
    }

    private Submit declared(Instant at) {
        return submit(List.of(), at);
    }

    private Submit submit(List<ClaimedEvidence> evidence, @Nullable Instant declaredAt) {
        return new Submit(
                ContributionId.next(),
                given.network,
                nadia.member(),
                List.of(share(WORKSHOP, 60)),
                null,
                null,
                evidence,
                Set.of(),
                declaredAt,
                null);
    }

    @Test
    void clocks_may_run_five_minutes_apart() {
        var stored = given.when(nadia, declared(given.clock.instant().plusSeconds(300)));

        assertThat(stored.position()).isPositive();
    }

    private Submit claim(Quantity quantity) {
        return claim(ClaimedShare.plain(nadia.account(), WORKSHOP, quantity, TODAY));
    }

    private Submit withEvidence(int count, String address) {
        var evidence = new ArrayList<ClaimedEvidence>();
        for (var i = 0; i < count; i++) {
            evidence.add(new ClaimedEvidence(EvidenceId.next(), Evidence.Type.LINK, address, address, null));
        }
        return submit(evidence, null);
    }

    private ConfirmShare confirm(ContributionId claim, Someone who, ShareId share) {
        return new ConfirmShare(claim, given.network, who.member(), share);
    }

    private Appeal appeal(ContributionId claim) {
        return new Appeal(claim, given.network, nadia.member(), "Karim peut le dire.");
    }

    private AnswerClarification answer(ContributionId claim) {
        return new AnswerClarification(claim, given.network, nadia.member(), "Deux heures.");
    }

    private AskClarification ask(ContributionId claim) {
        return new AskClarification(claim, given.network, claire.member(), "Une heure, ou deux ?");
    }

    private Reverse reverse(ContributionId claim, ReversalReason reason) {
        return new Reverse(claim, given.network, claire.member(), reason, "  ");
    }

    private EntrustDecision entrust(ContributionId claim) {
        return new EntrustDecision(claim, given.network, nadia.member(), List.of(nadia.member()));
    }

    private ContributionId appealed() {
        var claim = given.claims(nadia, 60);
        given.when(claire, new Decline(claim, given.network, claire.member(), DeclineReason.CANNOT_BE_CONFIRMED, null));
        given.when(nadia, appeal(claim));
        return claim;
    }

    private Give give(AccountId to, long hundredths) {
        return new Give(
                TransferId.next(),
                given.network,
                nadia.member(),
                nadia.account(),
                to,
                new Mailles(hundredths),
                null,
                null);
    }

    private Join founding(PersonId person) {
        return new Join(MemberId.next(), given.network, person, Via.FOUNDING, "Lou");
    }

    private Create creation(NetworkId network, @Nullable NetworkId parent) {
        return new Create(network, "Réseau", parent, PARIS, Set.of(), null, null);
    }

    private RegisterOrganisation organisation(String siret) {
        return new RegisterOrganisation(given.network, claire.member(), OrganisationId.next(), "Atelier", siret);
    }

    private AdoptTariff tariff(int version, int days) {
        return new AdoptTariff(
                given.network,
                claire.member(),
                version,
                TODAY.plusDays(days),
                ShippedKinds.tariff(),
                true,
                Mailles.ZERO,
                "");
    }

    private void communeInvalid(Reason reason) {
        for (var code : List.of("99999", "00001", "51000", "97900", "97100")) {
            var commune = new Commune(new InseeCode(code), 2026);
            by(nadia, claim(at(Where.in(commune))), reason);
            by(claire, new ChangeTerritory(given.network, claire.member(), Set.of(commune)), reason);
        }
        for (var code : List.of("51108", "2A004", "20004", "97411", "98818")) {
            given.when(nadia, claim(at(Where.in(new Commune(new InseeCode(code), 2026)))));
        }
    }

    private ClaimedShare at(Where where) {
        var share = share(WORKSHOP, 10);
        return new ClaimedShare(
                share.share(),
                share.contributor(),
                share.kind(),
                share.quantity(),
                share.day(),
                share.startTime(),
                where,
                share.payment(),
                share.capacity(),
                share.onBehalfOf(),
                share.audience(),
                share.helped(),
                share.companions(),
                share.borrowers(),
                share.gathering(),
                share.need(),
                share.kit(),
                share.fundingConvention(),
                share.reusedFrom(),
                share.imported());
    }

    private void notYourShare(Reason reason) {
        var share = share(nadia.account());
        var claim = given.claims(nadia, share);
        by(given.karim, confirm(claim, given.karim, share.share()), reason);
    }

    private void notActive(Reason reason) {
        given.when(nadia, new Leave(nadia.member(), given.network));
        by(nadia, claim(share(WORKSHOP, 60)), reason);
    }

    private void alreadyWithdrawn(Reason reason) {
        var claim = given.claims(nadia, 60);
        given.when(nadia, new Withdraw(claim, given.network, nadia.member()));
        by(claire, given.validate(claim, claire), reason);
    }

    private void alreadyAnswered(Reason reason) {
        var claim = given.claims(nadia, 60);
        given.when(claire, ask(claim));
        given.when(nadia, answer(claim));
        by(nadia, answer(claim), reason);
    }

    private void shareLapsed(Reason reason) {
        var cited = share(given.karim.account());
        var claim = given.claims(nadia, share(nadia.account()), cited);
        given.when(claire, given.validate(claim, claire));
        by(given.karim, confirm(claim, given.karim, cited.share()), reason);
    }

    private void alreadyLinked(Reason reason) {
        var other = PersonId.next();
        given.system(new RegisterPerson(other));
        by(Actor.person(other), new Join(nadia.member(), given.network, other, Via.CODE, null), reason);
    }

    private void hasLeft(Reason reason) {
        given.when(given.karim, new Leave(given.karim.member(), given.network));
        by(nadia, give(given.karim.account(), 0), reason);
    }

    private void undoTooLate(Reason reason) {
        var claim = given.earns(nadia, 60);
        given.clock.advance(Duration.ofMinutes(10).plusMillis(1));
        by(claire, new Undo(claim, given.network, claire.member()), reason);
    }

    private void replacedStands(Reason reason) {
        var first = given.earns(nadia, 60);
        var claim = claim(share(WORKSHOP, 30));
        given.when(
                nadia,
                new Submit(
                        claim.contribution(),
                        given.network,
                        nadia.member(),
                        claim.shares(),
                        null,
                        null,
                        List.of(),
                        Set.of(),
                        null,
                        first));
        by(claire, given.validate(claim.contribution(), claire), reason);
    }

    private void nobodyCanDecide(Reason reason) {
        var claim = given.claims(nadia, share(claire.account()), share(samir.account()), share(nadia.account()));
        by(nadia, entrust(claim), reason);
    }

    private void lastCoordinator(Reason reason) {
        given.when(claire, new DismissCoordinator(given.network, samir.member(), claire.member()));
        by(claire, new DismissCoordinator(given.network, claire.member(), claire.member()), reason);
        by(claire, new Leave(claire.member(), given.network), reason);
    }

    private void questionOpen(Reason reason) {
        var claim = given.claims(nadia, 60);
        given.when(claire, ask(claim));
        by(samir, given.validate(claim, samir), reason);
    }

    private void keyReused(Reason reason) {
        given.when(nadia, "une clé", claim(share(WORKSHOP, 60)));
        var before = given.journal.position();
        var refusal =
                catchThrowableOfType(Refused.class, () -> given.when(nadia, "une clé", claim(share(WORKSHOP, 61))));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(given.journal.position()).isEqualTo(before);
    }

    private void tooBusy(Reason reason) {
        var busy = new BusyJournal(given.journal);
        try (var ledger = LedgerCore.start(busy, given.journal, new PlainVault())) {
            var refusal = catchThrowableOfType(
                    Refused.class,
                    () -> ledger.execute(
                            claim(share(WORKSHOP, 60)),
                            Origin.of(Actor.person(nadia.person()), given.clock.instant())));
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(busy.refused()).isGreaterThan(1);
        }
    }

    private void shareTwice(Reason reason) {
        var share = share(nadia.account());
        by(nadia, claim(share, share), reason);
    }

    private void acceptedFor(@Nullable Quantity accepted, Reason reason) {
        var share = share(nadia.account());
        var claim = given.claims(nadia, share);
        var less = new Less(share.share(), accepted, LessReason.TIME_TOO_LONG, null);
        by(claire, new Validate(claim, given.network, claire.member(), List.of(less)), reason);
    }

    private void tooManyNamed(Reason reason) {
        var communes = new HashSet<Commune>();
        for (var i = 0; i < 40_001; i++) {
            var code = new InseeCode("%05d".formatted(i));
            communes.add(new Commune(code, 2026));
        }
        by(claire, new ChangeTerritory(given.network, claire.member(), communes), reason);
    }

    private void tariffIncomplete(Reason reason) {
        var lines = ShippedKinds.tariff();
        by(
                claire,
                new AdoptTariff(
                        given.network,
                        claire.member(),
                        2,
                        TODAY,
                        lines.subList(1, lines.size()),
                        true,
                        Mailles.ZERO,
                        ""),
                reason);
    }

    private void parentWithinItself(Reason reason) {
        var network = NetworkId.next();
        by(Actor.SYSTEM, creation(network, network), reason);
    }
}
