package org.maillage.web.badges.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Definitions.Counted;
import org.maillage.badge.question.Definitions.Counts;
import org.maillage.ledger.value.Role;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** The badges of a network as its coordinators see them: by role and step, with counts, and nobody's name. */
@Component
final class BadgeBoard {

    private final Badges badges;
    private final BadgeWords said;
    private final Words words;
    private final Clock clock;

    BadgeBoard(Badges badges, BadgeWords said, Words words, Clock clock) {
        this.badges = badges;
        this.said = said;
        this.words = words;
        this.clock = clock;
    }

    /** The badges of a role, by step. */
    record Section(@Nullable Role role, String title, List<Row> rows) {}

    /** One badge. */
    record Row(
            String id,
            String drawing,
            String name,
            String step,
            boolean own,
            boolean retired,
            String criteria,
            Counts counts) {}

    /** How many people a role's badges stand for; those that tell of every role alike stand first. */
    List<Section> sections(Standing standing, Locale locale) {
        var byRole = new LinkedHashMap<Optional<Role>, List<Counted>>();
        byRole.put(Optional.empty(), new ArrayList<>());
        for (var role : Role.values()) {
            byRole.put(Optional.of(role), new ArrayList<>());
        }
        for (var counted : badges.definitions().counted(standing.network(), standing.today(clock))) {
            var role = Optional.ofNullable(counted.definition().content().role());
            byRole.computeIfAbsent(role, _ -> new ArrayList<>()).add(counted);
        }
        var sections = new ArrayList<Section>();
        byRole.forEach((role, of) -> {
            if (!of.isEmpty()) {
                of.sort((one, other) -> one.definition()
                        .content()
                        .step()
                        .compareTo(other.definition().content().step()));
                sections.add(section(role.orElse(null), of, locale));
            }
        });
        return sections;
    }

    private Section section(@Nullable Role role, List<Counted> of, Locale locale) {
        var title = role == null ? words.say("work.role.every", locale) : words.say("shell.role." + role, locale);
        return new Section(
                role, title, of.stream().map(counted -> row(counted, locale)).toList());
    }

    private Row row(Counted counted, Locale locale) {
        var definition = counted.definition();
        var content = definition.content();
        var text = BadgeWords.text(content, locale);
        return new Row(
                definition.definition().toString(),
                BadgeWords.image(content, content.step(), definition.network()).decoration(),
                text.name(),
                said.step(content.step(), locale),
                definition.shipped() == null,
                definition.retired(),
                text.criteria(),
                counted.counts());
    }

    /** How many of one badge there are. */
    Counts counts(Definition definition, Standing standing) {
        return badges.definitions().counted(standing.network(), standing.today(clock)).stream()
                .filter(counted -> counted.definition().definition().equals(definition.definition()))
                .map(Counted::counts)
                .findFirst()
                .orElseThrow();
    }
}
