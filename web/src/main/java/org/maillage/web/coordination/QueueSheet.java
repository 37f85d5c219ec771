package org.maillage.web.coordination;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.ThreadEntry;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.LookCloser;
import org.maillage.web.contributions.ClaimSheet;
import org.maillage.web.contributions.Seen;
import org.maillage.web.contributions.StateMark;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says the claim beside the list: all that a decision rests on, and what can be done. */
@Component
class QueueSheet {

    private static final Duration UNDO = Duration.ofMinutes(10);

    private final Projections views;
    private final ClaimSheet sheet;
    private final Words words;
    private final QueueWords queueWords;
    private final QueueLinks links;
    private final Clock clock;

    QueueSheet(Projections views, ClaimSheet sheet, Words words, QueueWords queueWords, QueueLinks links, Clock clock) {
        this.links = links;
        this.views = views;
        this.sheet = sheet;
        this.words = words;
        this.queueWords = queueWords;
        this.clock = clock;
    }

    Sheet of(Contribution claim, QueuePlace place, Standing standing, Locale locale) {
        var first = claim.shares().getFirst();
        var reckoning = Reckoning.in(standing.network(), views);
        return new Sheet(
                claim.contribution().toString(),
                role(first, reckoning),
                sheet.title(claim, locale),
                claim.by().toString(),
                words.name(claim.network(), claim.by(), locale),
                queueWords.ago(claim.submittedAt(), locale),
                claim.sentence(),
                StateMark.of(claim.state()),
                reasons(claim, standing, locale),
                links.of(claim.replaces(), claim.replacedBy(), around(claim), place, locale),
                facts(claim, locale),
                people(claim, standing, locale),
                sheet.evidence(claim, locale),
                sums(claim, reckoning, locale),
                sheet.thread(claim, standing, locale),
                may(claim, standing, locale));
    }

    private static @Nullable Role role(Share share, Reckoning reckoning) {
        return reckoning
                .inForce(share)
                .flatMap(rules ->
                        rules.line().weights().basisPoints().keySet().stream().min(Comparator.naturalOrder()))
                .orElse(null);
    }

    // Why it is in «look closer», where one decides; that another one corrects it is said by a link.
    private List<String> reasons(Contribution claim, Standing standing, Locale locale) {
        return views.queue().item(standing.network(), claim.contribution(), AsOf.NOW).stream()
                .flatMap(item -> item.reasons().stream())
                .filter(reason -> reason != LookCloser.REPLACED)
                .sorted()
                .map(reason -> words.say("queue.closer." + reason, locale))
                .toList();
    }

    private Map<ContributionId, ContributionSummary> around(Contribution claim) {
        return links.around(
                claim.network(), views.contributions().summaries(claim.network(), List.of(claim.contribution())));
    }

    private List<Fact> facts(Contribution claim, Locale locale) {
        var share = claim.shares().getFirst();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                share.claimed().units() > 0 ? "liste" : "horloge",
                words.say("contributions.quantity", locale),
                queueWords.stated(claim.shares(), locale)));
        facts.add(new Fact("calendrier", words.say("queue.fact.day", locale), words.day(share.day(), locale)));
        var place = queueWords.place(share, locale);
        if (!place.isEmpty()) {
            facts.add(new Fact("lieu", words.say("queue.fact.place", locale), place));
        }
        facts.add(new Fact(
                "personnes",
                words.say("claim.payment", locale),
                words.say("claim.payment." + share.payment(), locale)));
        return facts;
    }

    // Each share but that of who claims for themselves alone, which the facts say.
    private List<Someone> people(Contribution claim, Standing standing, Locale locale) {
        var flowers = new Flowers(views, standing, clock);
        return claim.shares().stream()
                .filter(share ->
                        claim.shares().size() > 1 || !share.contributor().equals(AccountId.of(claim.by())))
                .map(share -> someone(claim, share, flowers, locale))
                .toList();
    }

    private Someone someone(Contribution claim, Share share, Flowers flowers, Locale locale) {
        var account = share.contributor();
        return new Someone(
                account.holder() == AccountId.Holder.MEMBER ? flowers.of(new MemberId(account.id())) : null,
                words.account(claim.network(), account, locale),
                words.say(
                        "queue.answer." + share.answer(),
                        locale,
                        words.quantity(share.stated(), locale),
                        words.quantity(share.claimed(), locale)),
                switch (share.answer()) {
                    case CONFIRMED -> new Mark("success", "coche");
                    case CORRECTED -> new Mark("info", "coche");
                    case WAITING -> new Mark("attention", "attente");
                    case DENIED -> new Mark("error", "fermer");
                });
    }

    private List<Sum> sums(Contribution claim, Reckoning reckoning, Locale locale) {
        return claim.shares().stream()
                .flatMap(share -> reckoning.count(share).stream())
                .map(counted -> sum(claim, counted, locale))
                .toList();
    }

    private Sum sum(Contribution claim, Reckoning.Counted counted, Locale locale) {
        var share = counted.share();
        var timed = counted.measure() == Measure.TIME;
        var credited = timed ? Quantity.minutes(counted.credited()) : Quantity.units(counted.credited());
        var whole = words.quantity(counted.quantity(), locale);
        var roles = words.roles(counted.line().weights().basisPoints().keySet(), locale);
        return new Sum(
                claim.shares().size() > 1 ? words.account(claim.network(), share.contributor(), locale) : "",
                counted.capped() ? words.quantity(credited, locale) : whole,
                words.say(timed ? "queue.sum.duration" : "queue.sum.units", locale),
                words.say("shell.number", locale, counted.line().rate() / 100.0),
                words.say(timed ? "queue.sum.perHour" : "queue.sum.perUnit", locale, roles),
                counted.hundredths(),
                words.say("queue.sum.tariff", locale, counted.version().version(), words.day(adopted(counted), locale))
                        + (counted.capped() ? " " + words.say("queue.sum.capped", locale, whole) : ""),
                counted.version().version());
    }

    private static LocalDate adopted(Reckoning.Counted counted) {
        return counted.version().adoptedOn();
    }

    // What is offered; what is allowed is for the ledger to say.
    private May may(Contribution claim, Standing standing, Locale locale) {
        var open = claim.state().isOpen();
        var refused = open ? notYours(claim, standing, locale) : "";
        var decides = open && refused.isEmpty();
        var confirmed = claim.shares().stream().anyMatch(share -> share.confirmed() != null);
        return new May(
                decides,
                decides && confirmed,
                refused,
                decides ? cannot(claim, confirmed, standing, locale) : "",
                undo(claim, standing),
                claim.state() == State.VALIDATED && !Seen.people(claim).contains(standing.member()));
    }

    // What the ledger refuses to validate for now, though it can be asked about or declined.
    private String cannot(Contribution claim, boolean confirmed, Standing standing, Locale locale) {
        if (!confirmed) {
            return words.say("queue.cannot.nobodyConfirmed", locale);
        }
        var asked = claim.state() != State.CLARIFICATION_ASKED
                ? Optional.<MemberId>empty()
                : claim.thread().reversed().stream()
                        .filter(step -> step.what() == ThreadEntry.What.CLARIFICATION_ASKED)
                        .flatMap(step -> Optional.ofNullable(step.by()).stream())
                        .findFirst()
                        .filter(by -> !by.equals(standing.member()));
        if (asked.isPresent()) {
            return words.say("queue.cannot.question", locale, words.name(claim.network(), asked.get(), locale));
        }
        var corrected = claim.replaces();
        if (corrected == null) {
            return "";
        }
        return views.contributions().summaries(claim.network(), List.of(corrected)).stream()
                .map(ContributionSummary::state)
                .filter(State::isStanding)
                .map(state -> state.isOpen() ? "queue.cannot.correctedWaits" : "queue.cannot.correctedStands")
                .map(key -> words.say(key, locale))
                .findFirst()
                .orElse("");
    }

    private String notYours(Contribution claim, Standing standing, Locale locale) {
        if (Seen.people(claim).contains(standing.member())) {
            return words.say("contributions.notOwn", locale);
        }
        var declined = claim.thread().stream()
                .anyMatch(step -> step.what() == ThreadEntry.What.DECLINED
                        && standing.member().equals(step.by()));
        return declined && claim.state() == State.APPEALED ? words.say("queue.declinedByYou", locale) : "";
    }

    private boolean undo(Contribution claim, Standing standing) {
        var decision = claim.decision();
        return decision != null
                && (claim.state() == State.VALIDATED || claim.state() == State.DECLINED)
                && decision.by().equals(standing.member())
                && Duration.between(decision.at(), clock.instant()).compareTo(UNDO) < 0;
    }

    /** All of a claim; {@code author} is the id of who made it, {@code sentence} is null where none, empty where it can no longer be opened. */
    record Sheet(
            String id,
            @Nullable Role role,
            String title,
            String author,
            String by,
            String ago,
            @Nullable String sentence,
            StateMark state,
            List<String> reasons,
            List<QueueLinks.Link> links,
            List<Fact> facts,
            List<Someone> people,
            List<ClaimSheet.Trace> evidence,
            List<Sum> sums,
            List<ClaimSheet.Step> steps,
            May may) {}

    /** Something that is known of it. */
    record Fact(String icon, String name, String value) {}

    /** A contributor; {@code flower} is null for an organisation. */
    record Someone(@Nullable String flower, String name, String answer, Mark mark) {}

    /** How an answer is drawn. */
    record Mark(String kind, String icon) {}

    /** What a share is worth, as a computation; {@code who} is empty where there is one share alone. */
    record Sum(
            String who,
            String left,
            String leftWord,
            String right,
            String rightWord,
            long hundredths,
            String tariff,
            int version) {}

    /**
     * What is offered.
     *
     * @param less whether a share can be accepted for less
     * @param notYours why a decision is not offered; empty where it is or nothing is to be decided
     * @param cannot why, of all decisions, validating is not; empty where it is
     */
    record May(boolean decide, boolean less, String notYours, String cannot, boolean undo, boolean reverse) {}
}
