package org.maillage.web.badges.practice;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Practice;
import org.maillage.ledger.badge.RecognitionCommand;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.Voices;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Component;

/** Which badges endorsements earn, what members have described for them, and who endorses it. */
@Component
final class Practising {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Badges badges;
    private final Voices voices;
    private final Commands commands;
    private final Words words;
    private final Clock clock;

    Practising(Badges badges, Voices voices, Commands commands, Words words, Clock clock) {
        this.badges = badges;
        this.voices = voices;
        this.commands = commands;
        this.words = words;
        this.clock = clock;
    }

    /** Asks the ledger, and waits until the tables of badges have heard of it. */
    void run(Viewer viewer, String key, RecognitionCommand command) {
        var outcome = commands.run(viewer, FormKey.of(key), command);
        badges.awaitPosition(outcome.position(), PATIENCE);
    }

    /** Waits until the tables of badges have heard of what the ledger has stored. */
    void hear() {
        badges.awaitPosition(badges.position() + badges.lag(), PATIENCE);
    }

    /** A practice of the reader's network; empty where there is none. */
    Optional<Practice> find(RecognitionId practice, Standing standing) {
        return badges.practices().find(standing.network(), practice, standing.today(clock));
    }

    /**
     * A badge that endorsements earn, and where the reader is with it.
     *
     * @param wanted how many endorsements its rule asks for
     * @param given how many people endorse what the reader described; -1 where they described nothing
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
                        .map(Practice::people)
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
                    organisation == null ? null : voices.name(practice.network(), organisation, locale),
                    one.words()));
        }
        return told;
    }

    /** A badge of the network; empty where there is none. */
    Optional<Definition> badge(BadgeDefinitionId id, Standing standing) {
        return badges.definitions().find(standing.network(), id, standing.today(clock));
    }
}
