package org.maillage.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.catalogue.Catalogue;
import org.maillage.badge.catalogue.Competences;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.event.DefinitionEvent.Defined;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.Role;

/** The badges that every network is given: the same for each role, without a word of ranking. */
class CatalogueTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void there_are_three_steps_for_each_role_and_a_first_contribution() {
        var entries = Catalogue.entries();
        assertThat(entries).hasSize(25);
        for (var role : Role.values()) {
            assertThat(entries)
                    .filteredOn(entry -> entry.content().role() == role)
                    .extracting(entry -> entry.content().step())
                    .containsExactly(BadgeStep.values());
        }
        assertThat(entries.getFirst().code()).isEqualTo("first-contribution");
        assertThat(entries.getFirst().content().role()).isNull();
    }

    @Test
    void competences_are_those_of_the_frameworks_and_the_same_at_each_step() {
        var aligned = Catalogue.entries().stream()
                .flatMap(entry -> entry.content().alignments().stream())
                .toList();
        assertThat(aligned)
                .isNotEmpty()
                .allSatisfy(alignment -> assertThat(Competences.find(alignment)).isPresent());
        for (var role : Role.values()) {
            var ofSteps = Catalogue.entries().stream()
                    .filter(entry -> entry.content().role() == role)
                    .map(entry -> entry.content().alignments())
                    .distinct();
            assertThat(ofSteps).as("%s", role).hasSize(1);
        }
        assertThat(Catalogue.entries().getFirst().content().alignments()).isEmpty();
    }

    @Test
    void no_role_is_asked_for_more_than_another() {
        for (var step : BadgeStep.values()) {
            var sizes = new HashSet<List<Integer>>();
            Catalogue.entries().stream()
                    .map(Catalogue.Entry::content)
                    .filter(content -> content.role() != null && content.step() == step)
                    .forEach(content -> sizes.add(wanted(content)));
            assertThat(sizes).as("what %s asks for", step).hasSize(1);
        }
    }

    private static List<Integer> wanted(BadgeContent content) {
        return content.rule()
                .parts()
                .flatMap(part -> Stream.of(part.getClass().getRecordComponents())
                        .filter(component -> component.getType() == int.class)
                        .map(component -> read(part, component)))
                .toList();
    }

    private static int read(Object part, RecordComponent component) {
        try {
            return (int) component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record", e);
        }
    }

    @Test
    void texts_are_there_in_both_languages_and_rank_nobody() {
        var ranking = List.of("meilleur", "classement", "niveau", "expert", "points", "score", "best", "rank", "level");
        var texts = Catalogue.entries().stream()
                .flatMap(entry -> Stream.of(
                        entry.content().texts().fr(), entry.content().texts().en()))
                .toList();
        assertThat(texts).hasSize(50).doesNotHaveDuplicates();
        assertThat(texts)
                .extracting(BadgeText::name)
                .allSatisfy(name -> assertThat(name).hasSizeBetween(5, 80));
        assertThat(texts).allSatisfy(text -> {
            var whole = (text.name() + text.description() + text.criteria()).toLowerCase(Locale.ROOT);
            assertThat(ranking).noneMatch(whole::contains);
            assertThat(text.description()).endsWith(".");
            assertThat(text.criteria()).endsWith(".");
        });
    }

    @Test
    void a_network_is_given_it_once_whatever_it_has_made_of_it_since() {
        world.settleWithCatalogue();
        assertThat(world.given.news(Defined.class)).hasSize(25);
        var first = BadgeDefinitionId.shipped(world.given.network, "first-contribution");
        var claire = world.given.claire;
        world.given.when(claire, new Retire(first, world.given.network, claire.member()));
        world.reading.change(
                "insert into badge.new_network (network, cause) values (?, ?)",
                world.given.network.value(),
                UUID.randomUUID());
        world.settleWithCatalogue();
        assertThat(world.given.news(Defined.class)).hasSize(25);
        var other = world.given.elsewhere(null);
        world.settleWithCatalogue();
        assertThat(world.given.news(Defined.class))
                .hasSize(50)
                .filteredOn(defined -> defined.network().equals(other.network()))
                .hasSize(25);
    }

    @Test
    void a_first_contribution_earns_the_first_badge_and_says_what_is_missing_for_the_next() {
        world.settleWithCatalogue();
        var nadia = world.given.nadia;
        world.given.earns(nadia, 60);
        world.settle();
        var board = world.boards.of(world.given.network, nadia.member(), world.today());
        assertThat(board.awards())
                .extracting(award -> award.content().texts().fr().name())
                .containsExactly("Première contribution");
        assertThat(board.open()).hasSize(24);
        assertThat(board.open().getFirst().definition().content().texts().fr().name())
                .isEqualTo("Animer, premiers pas");
        assertThat(board.open()).noneMatch(open -> open.isMet() || open.near());
        world.given.earns(nadia, 60);
        world.settle();
        var then = world.boards.of(world.given.network, nadia.member(), world.today());
        assertThat(then.open()).filteredOn(open -> open.near()).hasSize(1);
    }
}
