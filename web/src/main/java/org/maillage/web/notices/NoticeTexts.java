package org.maillage.web.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.ThreadEntry;
import org.maillage.projection.network.Network;
import org.maillage.web.contributions.ClaimSheet;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.signin.Correspondents.Correspondent;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** Writes letters in plain text: what happened, why, and the next step, with the address of the claim. */
@Component
class NoticeTexts {

    private static final Set<State> OPEN = Set.of(State.SUBMITTED, State.CLARIFICATION_ASKED, State.APPEALED);

    private final Projections views;
    private final ClaimSheet sheet;
    private final Words words;
    private final PublicAddress address;

    NoticeTexts(Projections views, ClaimSheet sheet, Words words, PublicAddress address) {
        this.views = views;
        this.sheet = sheet;
        this.words = words;
        this.address = address;
    }

    /** One letter of several notices to one member; empty where none of them is still so. */
    Optional<Letter> letter(Correspondent to, List<Notice> notices) {
        var locale = to.locale();
        var parts = new ArrayList<String>();
        String subject = "";
        for (var notice : notices) {
            var claim = views.contributions()
                    .find(notice.network(), notice.contribution(), AsOf.NOW)
                    .filter(found -> isStillSo(notice, found));
            if (claim.isPresent()) {
                subject = words.say("notice.subject." + notice.what(), locale, sheet.title(claim.get(), locale));
                parts.add(part(notice, claim.get(), locale));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var first = notices.getFirst();
        return Optional.of(letter(
                to,
                first.network(),
                first.member(),
                parts.size() == 1 ? subject : words.say("notice.subject.several", locale, parts.size()),
                parts));
    }

    /** A letter of paragraphs, between how it greets and why it came. */
    Letter letter(Correspondent to, NetworkId network, MemberId member, String subject, List<String> paragraphs) {
        var locale = to.locale();
        var called = views.networks().find(network).map(Network::name).orElse("");
        var body = words.say("notice.hello", locale, words.name(network, member, locale))
                + "\n\n" + String.join("\n\n", paragraphs) + "\n\n"
                + words.say("notice.why", locale, called, address.of("/moi/notifications")) + "\n";
        return new Letter(to.address().value(), subject, body);
    }

    // Who undid a decision before its letter left has told enough by what stands now.
    private static boolean isStillSo(Notice notice, Contribution claim) {
        var state = claim.state();
        return switch (notice.what()) {
            case CITED -> OPEN.contains(state) && waitsFor(notice.member(), claim);
            case ASKED -> state == State.CLARIFICATION_ASKED;
            case VALIDATED -> state == State.VALIDATED;
            case DECLINED -> state == State.DECLINED;
            case REOPENED -> state == State.SUBMITTED || state == State.APPEALED;
            case REVERSED -> state == State.REVERSED;
        };
    }

    private static boolean waitsFor(MemberId member, Contribution claim) {
        return claim.shares().stream()
                .anyMatch(share -> share.answer() == Share.Answer.WAITING
                        && share.contributor().equals(AccountId.of(member)));
    }

    private String part(Notice notice, Contribution claim, Locale locale) {
        var title = sheet.title(claim, locale);
        var day = words.day(claim.shares().getFirst().day(), locale);
        var page = address.of("/contributions/" + claim.contribution());
        var last = last(claim, step(notice.what()));
        var who = last == null || last.by() == null ? "" : words.name(claim.network(), last.by(), locale);
        return switch (notice.what()) {
            case CITED -> words.say("notice.part.CITED", locale, title, day, who, page);
            case ASKED -> words.say("notice.part.ASKED", locale, title, day, who, said(last, locale), page);
            case VALIDATED ->
                words.say("notice.part.VALIDATED", locale, title, day, who, issued(claim, notice, locale), page);
            case DECLINED ->
                words.say(
                        claim.thread().stream().anyMatch(step -> step.what() == ThreadEntry.What.APPEALED)
                                ? "notice.part.DECLINED.again"
                                : "notice.part.DECLINED",
                        locale,
                        title,
                        day,
                        who,
                        words.say("contributions.decline." + reason(last), locale),
                        said(last, locale),
                        page);
            case REOPENED -> words.say("notice.part.REOPENED", locale, title, day, who, page);
            case REVERSED ->
                words.say(
                        "notice.part.REVERSED",
                        locale,
                        title,
                        day,
                        who,
                        words.say("contributions.reversal." + reason(last), locale),
                        said(last, locale),
                        page);
        };
    }

    private static ThreadEntry.What step(Notice.What what) {
        return switch (what) {
            case CITED -> ThreadEntry.What.SUBMITTED;
            case ASKED -> ThreadEntry.What.CLARIFICATION_ASKED;
            case VALIDATED -> ThreadEntry.What.VALIDATED;
            case DECLINED -> ThreadEntry.What.DECLINED;
            case REOPENED -> ThreadEntry.What.REOPENED;
            case REVERSED -> ThreadEntry.What.REVERSED;
        };
    }

    private static @Nullable ThreadEntry last(Contribution claim, ThreadEntry.What what) {
        return claim.thread().reversed().stream()
                .filter(step -> step.what() == what)
                .findFirst()
                .orElse(null);
    }

    private static String reason(@Nullable ThreadEntry step) {
        return step == null ? "OTHER" : Objects.requireNonNullElse(step.reason(), "OTHER");
    }

    // The coordinator's own words as a paragraph of their own; nothing where there are none or they were erased.
    private String said(@Nullable ThreadEntry step, Locale locale) {
        var text = step == null ? null : step.text();
        return text == null || text.isEmpty() ? "" : "\n\n" + words.say("words.quote", locale, text.strip());
    }

    // What the member's own shares were issued; nothing where the claim credits others alone.
    private String issued(Contribution claim, Notice notice, Locale locale) {
        long hundredths = 0;
        for (var share : claim.shares()) {
            var outcome = share.outcome();
            if (outcome != null && share.contributor().equals(AccountId.of(notice.member()))) {
                hundredths += outcome.amount().hundredths();
            }
        }
        return hundredths == 0
                ? ""
                : " " + words.say("notice.issued", locale, words.mailles(new Mailles(hundredths), locale));
    }
}
