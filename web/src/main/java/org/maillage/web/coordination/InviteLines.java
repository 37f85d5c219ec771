package org.maillage.web.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.maillage.web.signin.EmailAddress;

/**
 * People to invite, one a line: a name and an address with a comma, a semicolon, a tab or blanks between them, an address
 * between angle brackets, or an address alone.
 *
 * @param people each address once
 * @param unreadable numbers of the lines that hold no address, from 1
 * @param tooMany whether there were more than {@link #MOST}
 */
record InviteLines(List<Person> people, List<Integer> unreadable, boolean tooMany) {

    /** Most people at once. */
    static final int MOST = 100;

    private static final int LONGEST_NAME = 120;
    private static final Pattern LINE = Pattern.compile("(.*?)[\\s,;<]*([^\\s,;<>]+@[^\\s,;<>]+)[\\s>,;]*");

    /** Whom a line names; where it gives an address alone, what stands before its @. */
    record Person(String name, EmailAddress address) {}

    static InviteLines read(String text) {
        Map<String, Person> people = new LinkedHashMap<>();
        var unreadable = new ArrayList<Integer>();
        var lines = text.lines().limit(MOST * 10L).toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            var person = person(line);
            if (person == null) {
                unreadable.add(i + 1);
            } else {
                people.putIfAbsent(person.address().value(), person);
            }
        }
        return new InviteLines(List.copyOf(people.values()), unreadable, people.size() > MOST);
    }

    private static @org.jspecify.annotations.Nullable Person person(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            return null;
        }
        var address = EmailAddress.read(found.group(2)).orElse(null);
        if (address == null) {
            return null;
        }
        var name = found.group(1).strip();
        var called =
                name.isEmpty() ? address.value().substring(0, address.value().indexOf('@')) : name;
        return called.length() > LONGEST_NAME ? null : new Person(called, address);
    }
}
