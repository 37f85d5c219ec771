package org.maillage.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maillage.web.network.TextDifference.Fate;
import org.maillage.web.network.TextDifference.Line;

class TextDifferenceTest {

    @Test
    void lines_that_both_texts_have_stay_and_the_others_go_or_come() {
        var lines = TextDifference.between("un\ndeux\n\ntrois", "un\ntrois\nquatre");
        assertThat(lines)
                .containsExactly(
                        new Line(Fate.KEPT, "un"),
                        new Line(Fate.REMOVED, "deux"),
                        new Line(Fate.KEPT, "trois"),
                        new Line(Fate.ADDED, "quatre"));
    }

    @Test
    void what_is_kept_and_removed_is_the_first_text_and_what_is_kept_and_added_the_second() {
        var random = new Random(20261121);
        int changed = 0;
        for (int i = 0; i < 500; i++) {
            var before = text(random);
            var after = text(random);
            var lines = TextDifference.between(String.join("\n", before), String.join("\n", after));
            assertThat(without(Fate.ADDED, lines)).isEqualTo(before);
            assertThat(without(Fate.REMOVED, lines)).isEqualTo(after);
            changed += before.equals(after) ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(300);
    }

    @Test
    void long_texts_without_anything_in_common_are_shown_one_after_the_other() {
        var before = String.join("\n", numbered("a", 2_000));
        var after = String.join("\n", numbered("b", 2_000));
        var lines = TextDifference.between(before, after);
        assertThat(lines).hasSize(4_000);
        assertThat(lines.subList(0, 2_000)).extracting(Line::fate).containsOnly(Fate.REMOVED);
    }

    private static List<String> text(Random random) {
        var lines = new ArrayList<String>();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            lines.add("ligne " + random.nextInt(4));
        }
        return lines;
    }

    private static List<String> numbered(String letter, int count) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            lines.add(letter + i);
        }
        return lines;
    }

    private static List<String> without(Fate fate, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.fate() != fate)
                .map(Line::text)
                .toList();
    }
}
