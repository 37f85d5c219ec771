package org.maillage.web.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up shared works as CSV, the same for the same seed, with what a reading of them must find. */
final class Works {

    private static final String[] ROLES = {"acked", "reviewed", "tested", "reported", "suggested"};

    final StringBuilder text = new StringBuilder("when,role,person,for_person,org,area,ref\n");
    int lines;
    int claims;
    int validated;
    int selfValidations;
    int duplicates;
    int torn;

    Works(long seed, int works) {
        var random = new Random(seed);
        for (int i = 0; i < works; i++) {
            work(random, "r" + i);
            if (random.nextInt(10) == 0) {
                line("torn, in the middle");
                torn++;
            }
        }
    }

    private void work(Random random, String ref) {
        var author = person(random);
        var integrator = person(random);
        boolean integrated = !integrator.equals(author) && random.nextInt(5) > 0;
        var confirmers = new ArrayList<String>();
        row("author", author, author, ref);
        if (integrated) {
            row("integrate", integrator, author, ref);
        }
        var seen = new HashSet<String>();
        for (int n = random.nextInt(5); n > 0; n--) {
            var role = ROLES[random.nextInt(ROLES.length)];
            other(role, person(random), author, ref, integrated ? integrator : "", seen, confirmers);
        }
        claims += integrated ? 2 : 1;
        validated += integrated || !confirmers.isEmpty() ? 1 : 0;
    }

    private void other(
            String role,
            String person,
            String author,
            String ref,
            String integrator,
            Set<String> seen,
            List<String> confirmers) {
        row(role, person, author, ref);
        if (!seen.add(role + person)) {
            duplicates++;
        } else if (person.equals(author)
                && List.of("acked", "reviewed", "tested").contains(role)) {
            selfValidations++;
        } else {
            claims++;
            validated += !integrator.isEmpty() && !integrator.equals(person) ? 1 : 0;
            if (List.of("acked", "reviewed").contains(role)) {
                confirmers.add(person);
            }
        }
    }

    private static String person(Random random) {
        return "p" + random.nextInt(12);
    }

    private void row(String role, String person, String author, String ref) {
        line("2026-01-02,%s,%s,%s,o1,area,%s".formatted(role, person, author, ref));
    }

    private void line(String line) {
        text.append(line).append('\n');
        lines++;
    }
}
