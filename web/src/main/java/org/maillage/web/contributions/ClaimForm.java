package org.maillage.web.contributions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.maillage.ledger.value.Role;
import org.maillage.web.frame.FormKey;

/**
 * The claim form as it was typed: texts by the name of their field; a missing one is empty. Whoever else took part has a
 * reference (a member's id, or {@code new-1} for somebody who is no member yet) in {@code with}, and fields of their own
 * that end with it, such as {@code hours-new-1}.
 */
final class ClaimForm {

    /** Most people beside the claimant: a claim has at most 50 shares. */
    static final int MOST_PEOPLE = 49;

    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|new-[1-9][0-9]?");
    private static final Pattern FIELD =
            Pattern.compile("(key|member|role|kind|duration|hours|minutes|preparation|units"
                + "|when|day|start|where|commune|place|payment|title|sentence|link|with|trace|who|longDay|duplicate|replaces"
                + "|kind-[A-Z]+|(kind|hours|minutes|payment|name|email)-(" + PERSON + "))");

    private final Map<String, List<String>> fields;

    private ClaimForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** What a request sent; parameters that are no field of the form are left out. */
    static ClaimForm of(Map<String, String[]> sent) {
        var fields = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (FIELD.matcher(name).matches()) {
                fields.put(name, List.of(values));
            }
        });
        return new ClaimForm(fields);
    }

    /** An empty form with a key of its own. */
    static ClaimForm blank() {
        return new ClaimForm(Map.of()).with("key", FormKey.next().toString());
    }

    /** What was typed into a field, without the spaces around it. */
    public String text(String name) {
        var values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** Every value of a field, in the order of the page; none of them blank. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The same form with these values in a field. */
    ClaimForm with(String name, String... values) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, List.of(values));
        return new ClaimForm(changed);
    }

    /** The same form without one of a field's values. */
    ClaimForm without(String name, String value) {
        var left = new ArrayList<>(all(name));
        left.remove(value);
        return with(name, left.toArray(String[]::new));
    }

    /** The same form with one value more in a field, where it is not there yet. */
    ClaimForm and(String name, String value) {
        var more = new ArrayList<>(all(name));
        if (!more.contains(value)) {
            more.add(value);
        }
        return with(name, more.toArray(String[]::new));
    }

    /** References of whoever else took part, each once. */
    List<String> people() {
        return all("with").stream()
                .filter(person -> PERSON.matcher(person).matches())
                .distinct()
                .limit(MOST_PEOPLE)
                .toList();
    }

    /** Whether a reference is of somebody who is no member yet. */
    static boolean isNew(String person) {
        return person.startsWith("new-");
    }

    /** A reference for one person more who is no member yet. */
    String nextNew() {
        int next = 1;
        while (all("with").contains("new-" + next)) {
            next++;
        }
        return "new-" + next;
    }

    /** The code of the chosen kind: by its verb and what is said more exactly, or named at once; empty for none. */
    String kind() {
        var role = text("role");
        return role.isEmpty() ? text("kind") : text("kind-" + role);
    }

    /** The same form with this kind, chosen by the verb of its role; {@code role} is empty where it has none. */
    ClaimForm withKind(String role, String kind) {
        return role.isEmpty()
                ? with("role", "").with("kind", kind)
                : with("role", role).with("kind-" + role, kind);
    }

    /** The name of the verb under which kinds without a role stand. */
    static final String OTHER_VERB = "OTHER";

    /** Names of the verbs, in the roles' order; the last is for kinds without a role. */
    static List<String> verbs() {
        var verbs = new ArrayList<String>();
        for (var role : Role.values()) {
            verbs.add(role.name());
        }
        verbs.add(OTHER_VERB);
        return verbs;
    }

    /** Hours as typed; empty where one of the usual durations was chosen. */
    String hours() {
        return isUsual() ? "" : text("hours");
    }

    /** Minutes as typed, or of the usual duration that was chosen. */
    String minutes() {
        return isUsual() ? text("duration") : text("minutes");
    }

    private boolean isUsual() {
        return text("duration").matches("[0-9]{1,4}");
    }

    /** The day as chosen or typed. */
    String day() {
        var when = text("when");
        return when.isEmpty() || when.equals("other") ? text("day") : when;
    }
}
