package org.maillage.ledger.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Raises events of the past to their current version, one step a version, on the JSON as it was stored. Every reader
 * goes through it, so that no view or aggregate knows an old version. The stored bytes never change.
 */
final class Upcasters {

    /**
     * One version to the next.
     *
     * @param from name with the version that it raises; the result has the next version
     * @param change edits the payload in place
     */
    private record Step(String from, Consumer<ObjectNode> change) {

        String to() {
            int dot = from.lastIndexOf('.');
            return from.substring(0, dot + 1) + (Integer.parseInt(from.substring(dot + 1)) + 1);
        }
    }

    private static final List<Step> STEPS =
            List.of(new Step("network.organisation-registered.1", event -> event.put("informal", !event.has("siret"))));

    private final Map<String, Step> steps = new HashMap<>();

    private Upcasters() {}

    /** The steps, each chain of which leads to a name that is written now. */
    static Upcasters toCurrent(Set<String> current) {
        var upcasters = new Upcasters();
        for (var step : STEPS) {
            if (current.contains(step.from()) || upcasters.steps.put(step.from(), step) != null) {
                throw new IllegalStateException("two ways to read " + step.from());
            }
        }
        for (var step : STEPS) {
            if (!current.contains(step.to()) && !upcasters.knows(step.to())) {
                throw new IllegalStateException(step.from() + " is raised to " + step.to() + ", which nothing reads");
            }
        }
        return upcasters;
    }

    /** Names of the past that can be raised. */
    Set<String> names() {
        return steps.keySet();
    }

    boolean knows(String name) {
        return steps.containsKey(name);
    }

    /** The payload raised to its current version; it is edited in place. */
    Raised raise(String name, ObjectNode payload) {
        var current = name;
        for (var step = steps.get(current); step != null; step = steps.get(current)) {
            step.change().accept(payload);
            current = step.to();
        }
        return new Raised(current, payload);
    }

    /** An event under its current name. */
    record Raised(String name, ObjectNode payload) {

        ObjectReader reader(Map<String, ObjectReader> readers) {
            var reader = readers.get(name);
            if (reader == null) {
                throw new UnknownEvent(name);
            }
            return reader;
        }
    }
}
