package org.maillage.web.contributions;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.EvidenceItem;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.ThreadEntry;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says one claim whole: shares, evidence and what happened to it. */
@Component
public final class ClaimSheet {

    private final Words words;
    private final PlaceWords places;
    private final ClaimList list;

    ClaimSheet(Words words, PlaceWords places, ClaimList list) {
        this.words = words;
        this.places = places;
        this.list = list;
    }

    /** A claim's title: its own, else the names of its kinds. */
    public String title(Contribution claim, Locale locale) {
        var kinds = new LinkedHashSet<KindCode>();
        claim.shares().forEach(share -> kinds.add(share.kind()));
        return list.title(claim.network(), claim.title(), kinds, locale);
    }

    List<ShareLine> shares(Contribution claim, Locale locale) {
        return claim.shares().stream().map(share -> share(claim, share, locale)).toList();
    }

    private ShareLine share(Contribution claim, Share share, Locale locale) {
        return new ShareLine(
                share.share().toString(),
                words.account(claim.network(), share.contributor(), locale),
                words.kind(claim.network(), share.kind(), locale),
                words.quantity(share.claimed(), locale),
                words.day(share.day(), locale),
                place(share, locale),
                words.say("claim.payment." + share.payment(), locale),
                words.say("contributions.answer." + share.answer(), locale, quantity(share.confirmed(), locale)),
                outcome(share, locale));
    }

    private String quantity(@Nullable Quantity quantity, Locale locale) {
        return quantity == null ? "" : words.quantity(quantity, locale);
    }

    private String place(Share share, Locale locale) {
        var place = places.of(share.where(), locale);
        return place.isEmpty() ? words.say("contributions.where.unknown", locale) : place;
    }

    private @Nullable OutcomeLine outcome(Share share, Locale locale) {
        var outcome = share.outcome();
        if (outcome == null) {
            return null;
        }
        var accepted = outcome.status() == ShareOutcome.Status.ACCEPTED;
        var why = outcome.lessReason() == null ? "" : words.say("contributions.less." + outcome.lessReason(), locale);
        return new OutcomeLine(
                words.say("contributions.outcome." + outcome.status(), locale),
                (why + " " + Objects.requireNonNullElse(outcome.lessText(), "")).strip(),
                accepted ? CreditedShare.of(outcome, words, locale) : null);
    }

    /** What happened, oldest first. */
    public List<Step> thread(Contribution claim, Standing standing, Locale locale) {
        var people = new HashSet<MemberId>();
        claim.thread().stream().map(ThreadEntry::by).filter(Objects::nonNull).forEach(people::add);
        var names = words.names(claim.network(), people, locale);
        var steps = new ArrayList<Step>();
        for (var entry : claim.thread()) {
            steps.add(new Step(entry.recordedAt().atZone(standing.zone()), say(entry, names, locale)));
        }
        return steps;
    }

    private String say(ThreadEntry entry, Map<MemberId, String> names, Locale locale) {
        var who = entry.by() == null ? "" : Objects.requireNonNullElse(names.get(entry.by()), "");
        var what = words.say(
                "contributions.step." + entry.what(),
                locale,
                who,
                quantity(entry.quantity(), locale),
                reason(entry, locale));
        var text = entry.text();
        if (text == null) {
            return what;
        }
        return what + " "
                + (text.isEmpty() ? words.say("credits.words.erased", locale) : words.say("words.quote", locale, text));
    }

    private String reason(ThreadEntry entry, Locale locale) {
        if (entry.reason() != null && entry.what() == ThreadEntry.What.DECLINED) {
            return words.say("contributions.decline." + entry.reason(), locale);
        }
        if (entry.reason() != null && entry.what() == ThreadEntry.What.REVERSED) {
            return words.say("contributions.reversal." + entry.reason(), locale);
        }
        return "";
    }

    /** Evidence with what it is; {@code link} is null where it cannot be followed. */
    public List<Trace> evidence(Contribution claim, Locale locale) {
        return claim.evidence().stream().map(item -> trace(item, locale)).toList();
    }

    private Trace trace(EvidenceItem item, Locale locale) {
        var text = item.reference().isEmpty() ? words.say("credits.words.erased", locale) : item.reference();
        var photo = item.type() == Evidence.Type.PHOTO && !item.reference().isEmpty();
        return new Trace(words.say("contributions.evidence." + item.type(), locale), text, way(item), photo);
    }

    private static @Nullable String way(EvidenceItem item) {
        return switch (item.type()) {
            case LINK -> item.reference().matches("(?i)https?://.*") ? item.reference() : null;
            case PHOTO, PDF, SOUND -> item.reference().isEmpty() ? null : "/traces/" + item.id();
        };
    }

    /** One share in a table's row; {@code outcome} is null before a validation. */
    record ShareLine(
            String id,
            String who,
            String kind,
            String quantity,
            String day,
            String where,
            String payment,
            String answer,
            @Nullable OutcomeLine outcome) {}

    /** What a validation made of a share; {@code credited} is null where nothing was issued. */
    record OutcomeLine(String status, String why, @Nullable CreditedShare credited) {}

    /** A step of the thread, in the network's zone. */
    public record Step(ZonedDateTime time, String text) {}

    /** A piece of evidence; {@code photo} is one that can be looked at here. */
    public record Trace(String type, String text, @Nullable String link, boolean photo) {}
}
