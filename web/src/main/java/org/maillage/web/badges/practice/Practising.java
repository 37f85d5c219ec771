package org.maillage.web.badges.practice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Practice;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.network.Organisation;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Component;

/** Which badges endorsements earn, what members have described for them, and who endorses it. */
@Component
final class Practising {

    private final Badges badges;
    private final Projections views;
    private final Words words;
    private final Clock clock;

    Practising(Badges badges, Projections views, Words words, Clock clock) {
        this.badges = badges;
        this.views = views;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A badge that endorsements earn, and where the reader is with it.
     *
     * @param wanted how many endorsements its rule asks for
     * @param given how many there are of what the reader described; -1 where they described nothing
     */
    record Row(String definition, String name, String criteria, String drawing, int wanted, int given) {}

    /** The badges of a network that endorsements earn and that are awarded. */
    List<Row> rows(Standing standing, Locale locale) {
        var today = standing.today(clock);
        var own = badges.practices().of(standing.network(), standing.member(), today);
        var rows = new ArrayList<Row>();
        for (var counted : badges.definitions().counted(standing.network(), today)) {
            var definition = counted.definition();
            wanted(definition).ifPresent(wanted -> {
                if (!definition.retired()) {
                    rows.add(row(definition, wanted, own, locale));
                }
            });
        }
        return rows;
    }

    private static Row row(Definition definition, int wanted, List<Practice> own, Locale locale) {
        var content = definition.content();
        var text = BadgeWords.text(content, locale);
        return new Row(
                definition.definition().toString(),
                text.name(),
                text.criteria(),
                BadgeWords.image(content, content.step(), definition.network()).decoration(),
                wanted,
                own.stream()
                        .filter(practice -> practice.definition().equals(definition.definition()))
                        .findFirst()
                        .map(practice -> practice.endorsements().size())
                        .orElse(-1));
    }

    /** How many endorsements a badge asks for; empty where it asks for none. */
    static Optional<Integer> wanted(Definition definition) {
        return definition
                .content()
                .rule()
                .parts()
                .filter(BadgeRule.Endorsements.class::isInstance)
                .map(part -> ((BadgeRule.Endorsements) part).endorsements())
                .findFirst();
    }

    /**
     * One who endorses.
     *
     * @param organisation for which one, by name; null where for themselves
     */
    record Endorser(
            String name,
            @Nullable String organisation,
            @Nullable String words) {}

    /** Who endorses a practice, by name: whoever reads it was shown it by its member. */
    List<Endorser> endorsers(Practice practice, Locale locale) {
        var told = new ArrayList<Endorser>();
        for (var one : practice.endorsements()) {
            var organisation = one.organisation();
            told.add(new Endorser(
                    words.name(practice.network(), one.by(), locale),
                    organisation == null ? null : organisation(practice.network(), organisation, locale),
                    one.words()));
        }
        return told;
    }

    private String organisation(NetworkId network, OrganisationId organisation, Locale locale) {
        return views.networks()
                .organisation(network, organisation)
                .map(Organisation::name)
                .orElse(words.say("words.nobody", locale));
    }

    /** The organisation for which a member may speak; empty for none. */
    Optional<OrganisationId> organisation(Standing standing) {
        return views.members()
                .find(standing.network(), standing.member(), AsOf.NOW)
                .map(Member::organisation);
    }

    /**
     * For whom the reader may speak.
     *
     * @param as {@code self} or {@code organisation}
     * @param given whether they endorse it already
     */
    record Voice(String as, String text, boolean given) {}

    /** Oneself, and one's organisation. */
    List<Voice> voices(Practice practice, Standing standing, Locale locale) {
        var voices = new ArrayList<Voice>();
        voices.add(new Voice(
                "self",
                words.say("practice.as.self", locale, standing.name()),
                stands(practice, standing.member(), null)));
        organisation(standing)
                .ifPresent(organisation -> voices.add(new Voice(
                        "organisation",
                        words.say(
                                "practice.as.organisation",
                                locale,
                                organisation(standing.network(), organisation, locale)),
                        stands(practice, standing.member(), organisation))));
        return voices;
    }

    // An organisation speaks once, whoever says it for them.
    private static boolean stands(Practice practice, MemberId by, @Nullable OrganisationId organisation) {
        return practice.endorsements().stream().anyMatch(one -> isOf(one, by, organisation));
    }

    private static boolean isOf(Endorsement one, MemberId by, @Nullable OrganisationId organisation) {
        return organisation == null
                ? one.organisation() == null && one.by().equals(by)
                : organisation.equals(one.organisation());
    }

    /** A badge of the network; empty where there is none. */
    Optional<Definition> badge(BadgeDefinitionId id, Standing standing) {
        return badges.definitions().find(standing.network(), id, standing.today(clock));
    }
}
