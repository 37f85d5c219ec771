package org.maillage.web.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Earlier claims of one's own, offered to be made again, and claims that are written again to correct them. */
@Component
class Repeats {

    private static final int LOOKED_AT = 40;
    private static final int OFFERED = 5;

    private final Projections views;
    private final ClaimList list;
    private final Seen seen;
    private final Words words;

    Repeats(Projections views, ClaimList list, Seen seen, Words words) {
        this.views = views;
        this.list = list;
        this.seen = seen;
        this.words = words;
    }

    /** An earlier claim in a card; {@code role} is null where the tariff gives its kind none. */
    record Card(String id, @Nullable Role role, String title, String meta) {}

    /** The newest claims of one's own that stand or wait and that differ from each other, at most 5. */
    List<Card> cards(Standing standing, Kinds kinds, LocalDate today, Locale locale) {
        var looked = views.contributions().ofMember(standing.network(), standing.member(), AsOf.NOW, null, LOOKED_AT);
        var alike = new HashSet<Object>();
        var cards = new ArrayList<Card>();
        for (var claim : looked.items()) {
            var own = own(claim.shares(), standing.member());
            if (cards.size() < OFFERED && own.isPresent() && mayBeMadeAgain(claim, standing)) {
                var share = own.get();
                if (alike.add(List.of(list.title(claim, locale), share.kind(), share.claimed()))) {
                    cards.add(card(claim, share, kinds, today, locale));
                }
            }
        }
        return cards;
    }

    /** The form whose verbs open the kind that its author claims most under each; of those claimed as often, the newest. */
    ClaimForm usual(ClaimForm blank, Kinds kinds, Standing standing) {
        var looked = views.contributions().ofMember(standing.network(), standing.member(), AsOf.NOW, null, LOOKED_AT);
        var times = new LinkedHashMap<String, Integer>();
        for (var claim : looked.items()) {
            own(claim.shares(), standing.member())
                    .ifPresent(share -> times.merge(share.kind().value(), 1, Integer::sum));
        }
        var form = blank;
        for (var role : Role.values()) {
            var most = times.entrySet().stream()
                    .filter(entry -> kinds.verb(entry.getKey()).equals(role.name()))
                    .reduce((one, other) -> other.getValue() > one.getValue() ? other : one);
            form = most.isPresent() ? form.with("kind-" + role, most.get().getKey()) : form;
        }
        return form;
    }

    private static boolean mayBeMadeAgain(ContributionSummary claim, Standing standing) {
        return claim.by().equals(standing.member())
                && claim.state().isStanding()
                && claim.shares().stream().allMatch(share -> share.imported() == null);
    }

    private Card card(ContributionSummary claim, Share share, Kinds kinds, LocalDate today, Locale locale) {
        var verb = kinds.verb(share.kind().value());
        return new Card(
                claim.contribution().toString(),
                verb.isEmpty() || verb.equals(ClaimForm.OTHER_VERB) ? null : Role.valueOf(verb),
                list.title(claim, locale),
                like(words.quantity(share.claimed(), locale), share.day(), today, locale));
    }

    private String like(String quantity, LocalDate day, LocalDate today, Locale locale) {
        if (day.equals(today)) {
            return words.say("claim.repeat.like.today", locale, quantity);
        }
        return day.equals(today.minusDays(1))
                ? words.say("claim.repeat.like.yesterday", locale, quantity)
                : words.say("claim.repeat.like", locale, quantity, words.dated("claim.repeat.day", day, locale));
    }

    private static Optional<Share> own(List<Share> shares, MemberId member) {
        return shares.stream()
                .filter(share -> share.contributor().equals(AccountId.of(member)))
                .findFirst();
    }

    /** The form filled as an earlier claim of one's own, for another day; as it was where there is none. */
    ClaimForm again(ClaimForm blank, ContributionId id, Kinds kinds, Standing standing) {
        var claim = seen.require(standing, id);
        return own(claim.shares(), standing.member())
                .map(own -> filled(blank, claim, own, kinds, standing))
                .orElse(blank);
    }

    /** The form filled as the claim that it corrects, with its day and its words. */
    ClaimForm corrected(ClaimForm blank, ContributionId id, Kinds kinds, Standing standing) {
        var claim = seen.require(standing, id);
        var replacing = blank.with("replaces", id.toString());
        return own(claim.shares(), standing.member())
                .map(own -> filled(replacing, claim, own, kinds, standing)
                        .with("when", "other")
                        .with("day", own.day().toString())
                        .with(
                                "start",
                                own.startTime() == null ? "" : own.startTime().toString())
                        .with("sentence", claim.sentence() == null ? "" : claim.sentence()))
                .orElse(replacing);
    }

    private static ClaimForm filled(ClaimForm blank, Contribution claim, Share own, Kinds kinds, Standing standing) {
        var form = blank.withKind(kinds.verb(own.kind().value()), own.kind().value())
                .with("title", claim.title() == null ? "" : claim.title())
                .with("payment", own.payment().name());
        form = where(duration(form, own), own);
        for (var share : claim.shares()) {
            if (share.contributor().holder() == Holder.MEMBER
                    && !share.contributor().equals(AccountId.of(standing.member()))) {
                form = person(form, share, own);
            }
        }
        return form;
    }

    private static ClaimForm duration(ClaimForm form, Share own) {
        var claimed = own.claimed();
        if (claimed.units() > 0) {
            return form.with("units", Integer.toString(claimed.units()));
        }
        var preparation = claimed.preparation() == 0 ? "" : Integer.toString(claimed.preparation());
        var usual = Integer.toString(claimed.session());
        return ClaimScreen.USUAL.contains(usual)
                ? form.with("duration", usual).with("preparation", preparation)
                : form.with("duration", "other")
                        .with("hours", Integer.toString(claimed.session() / 60))
                        .with("minutes", Integer.toString(claimed.session() % 60))
                        .with("preparation", preparation);
    }

    private static ClaimForm where(ClaimForm form, Share own) {
        var where = own.where();
        var commune = where.commune() == null ? "" : where.commune().code().value();
        if (where.remote()) {
            return form.with("where", "remote");
        } else if (where.place() != null) {
            return form.with("where", "place")
                    .with("place", where.place().toString())
                    .with("commune", commune);
        }
        return commune.isEmpty() ? form : form.with("where", "commune").with("commune", commune);
    }

    private static ClaimForm person(ClaimForm form, Share share, Share own) {
        var ref = share.contributor().id().toString();
        var with = form.and("with", ref).with("payment-" + ref, share.payment().name());
        if (!share.kind().equals(own.kind())) {
            with = with.with("kind-" + ref, share.kind().value());
        }
        if (share.claimed().equals(own.claimed()) || share.claimed().units() > 0) {
            return with;
        }
        var minutes = share.claimed().creditedMinutes();
        return with.with("hours-" + ref, Integer.toString(minutes / 60))
                .with("minutes-" + ref, Integer.toString(minutes % 60));
    }
}
