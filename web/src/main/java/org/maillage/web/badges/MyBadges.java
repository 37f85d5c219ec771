package org.maillage.web.badges;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Acceptance;
import org.maillage.badge.question.Boards;
import org.maillage.badge.question.Boards.Open;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** A member's badges by what can be done with them, and what is missing for the next ones. */
@Component
final class MyBadges {

    private final Badges badges;
    private final BadgeWords said;
    private final Lacks lacks;
    private final Words words;
    private final Clock clock;

    MyBadges(Badges badges, BadgeWords said, Lacks lacks, Words words, Clock clock) {
        this.badges = badges;
        this.said = said;
        this.lacks = lacks;
        this.words = words;
        this.clock = clock;
    }

    /** Where a badge stands for its member, in the order of the page. */
    enum Place {
        TO_ACCEPT,
        SUSPENDED,
        REVIEWED,
        SHOWN,
        PRIVATE,
        EXPIRED,
        REVOKED,
        DECLINED
    }

    /** A badge that one has. */
    record Held(
            String id,
            String code,
            Place place,
            @Nullable Role role,
            String drawing,
            String name,
            String state,
            boolean shown) {

        public boolean acceptable() {
            return place == Place.TO_ACCEPT || place == Place.DECLINED;
        }

        public boolean publishable() {
            return !shown && (place == Place.PRIVATE || place == Place.REVIEWED || place == Place.SUSPENDED);
        }
    }

    /** The badges of one place. */
    record Section(Place place, List<Held> badges) {}

    /**
     * A badge that one does not have, and what is missing.
     *
     * @param near whether one more contribution would do
     */
    record Next(
            BadgeDefinitionId definition,
            @Nullable Role role,
            String name,
            String criteria,
            String missing,
            boolean near) {}

    /** The page: nearest is what the empty page names; null where badges are there, or nothing is to be had. */
    record Board(
            List<Section> sections,
            List<Next> next,
            @Nullable Next nearest) {}

    /** The page as of a day. */
    Board of(Standing standing, LocalDate asOf, Locale locale) {
        var board = badges.boards().of(standing.network(), standing.member(), asOf);
        var next = next(board.open(), locale);
        return new Board(sections(board, locale), next, board.awards().isEmpty() ? nearest(next) : null);
    }

    private List<Section> sections(Boards.Board board, Locale locale) {
        var places = new EnumMap<Place, List<Held>>(Place.class);
        for (var award : board.awards()) {
            var held = held(award, locale);
            places.computeIfAbsent(held.place(), _ -> new ArrayList<>()).add(held);
        }
        return places.entrySet().stream()
                .map(entry -> new Section(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** One badge as its member sees it. */
    Held held(Award award, Locale locale) {
        var place = place(award);
        return new Held(
                award.award().toString(),
                award.code().shown(),
                place,
                award.content().role(),
                BadgeWords.image(award).decoration(),
                BadgeWords.text(award.content(), locale).name(),
                state(award, place, locale),
                award.shown());
    }

    private static Place place(Award award) {
        if (award.standing() == Award.Standing.REVOKED) {
            return Place.REVOKED;
        }
        if (award.acceptance() != Acceptance.ACCEPTED) {
            return award.acceptance() == Acceptance.WAITING ? Place.TO_ACCEPT : Place.DECLINED;
        }
        if (award.standing() == Award.Standing.EXPIRED) {
            return Place.EXPIRED;
        }
        if (award.standing() == Award.Standing.SUSPENDED) {
            return Place.SUSPENDED;
        }
        if (award.review() != null) {
            return Place.REVIEWED;
        }
        return award.shown() ? Place.SHOWN : Place.PRIVATE;
    }

    private String state(Award award, Place place, Locale locale) {
        // Wherever it stands on the page: it does not count, and anybody who may read it reads so.
        var says = award.standing() == Award.Standing.SUSPENDED ? Place.SUSPENDED : reviewed(award, place);
        return words.say("badges.state." + says, locale, said.day(award.day(), locale), ended(award, locale));
    }

    // Before they accept it, somebody reads too that it is being looked at.
    private static Place reviewed(Award award, Place place) {
        var isOpen = place == Place.TO_ACCEPT || place == Place.DECLINED;
        return isOpen && award.review() != null ? Place.REVIEWED : place;
    }

    private String ended(Award award, Locale locale) {
        var revocation = award.revocation();
        var expires = award.expires();
        if (revocation != null) {
            return said.day(LocalDate.ofInstant(revocation.at(), clock.getZone()), locale);
        }
        return expires == null ? "" : said.day(expires, locale);
    }

    // Of each role the first step that is missing: the later ones come after it.
    private List<Next> next(List<Open> open, Locale locale) {
        var first = new LinkedHashMap<Object, Open>();
        for (var candidate : open) {
            Object of = Optional.<Object>ofNullable(
                            candidate.definition().content().role())
                    .orElse(candidate.definition().definition());
            first.merge(of, candidate, (one, other) -> step(one).compareTo(step(other)) <= 0 ? one : other);
        }
        var near = new ArrayList<Next>();
        var far = new ArrayList<Next>();
        for (var candidate : first.values()) {
            var said = next(candidate, locale);
            (said.near() ? near : far).add(said);
        }
        near.addAll(far);
        return List.copyOf(near);
    }

    private static BadgeStep step(Open open) {
        return open.definition().content().step();
    }

    /** One badge that is to be had, in words. */
    Next next(Open open, Locale locale) {
        var content = open.definition().content();
        var text = BadgeWords.text(content, locale);
        var missing = open.lack()
                .map(lack -> lacks.sentence(open.definition().network(), lack, locale))
                .orElse(words.say("badges.next.soon", locale));
        return new Next(
                open.definition().definition(),
                content.role(),
                text.name(),
                text.criteria(),
                missing,
                open.near() || open.isMet());
    }

    private static @Nullable Next nearest(List<Next> next) {
        return next.isEmpty() ? null : next.getFirst();
    }

    /**
     * The step after a badge's own in its family, where there is one that the member does not have. The catalogue has a
     * family for each role; a badge that a network defined itself is of none.
     */
    Optional<Next> after(Award award, Locale locale, LocalDate today) {
        var role = award.content().role();
        if (role == null || !isShipped(award, today)) {
            return Optional.empty();
        }
        return badges.boards().of(award.network(), award.member(), today).open().stream()
                .filter(open -> open.definition().shipped() != null)
                .filter(open -> role == open.definition().content().role())
                .filter(open -> step(open).compareTo(award.content().step()) > 0)
                .min((one, other) -> step(one).compareTo(step(other)))
                .map(open -> next(open, locale));
    }

    private boolean isShipped(Award award, LocalDate today) {
        return badges.definitions()
                .find(award.network(), award.definition(), today)
                .filter(definition -> definition.shipped() != null)
                .isPresent();
    }
}
