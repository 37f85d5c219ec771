package org.maillage.web.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.web.signin.EmailAddress;

/**
 * People to invite, one a line: a name and an address with a comma, a semicolon, a tab or blanks between them, an address
 * between angle brackets, or an address alone. Several people on one line stand apart by commas or semicolons after their
 * addresses.
 *
 * @param people each address once
 * @param repeated those whose address an earlier one has
 * @param unreadable numbers of the lines that do not say with one address each whom to invite, from 1
 * @param tooMany whether there were more than {@link #MOST}
 */
record InviteLines(List<Person> people, List<Person> repeated, List<Integer> unreadable, boolean tooMany) {

    /** Most people at once. */
    static final int MOST = 100;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINE = 400;
    private static final String BETWEEN = ",;<>";

    /** Whom a line names; where it gives an address alone, what stands before its @. */
    record Person(String name, EmailAddress address) {}

    static InviteLines read(String text) {
        Map<String, Person> people = new LinkedHashMap<>();
        var repeated = new ArrayList<Person>();
        var unreadable = new ArrayList<Integer>();
        var lines = text.lines().limit(MOST * 10L).toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            var named = named(line);
            if (named.isEmpty()) {
                unreadable.add(i + 1);
            }
            for (var person : named) {
                if (people.putIfAbsent(person.address().value(), person) != null) {
                    repeated.add(person);
                }
            }
        }
        return new InviteLines(List.copyOf(people.values()), repeated, unreadable, people.size() > MOST);
    }

    // Everybody on a line, or nobody where a part of it cannot be read.
    private static List<Person> named(String line) {
        if (line.length() > LONGEST_LINE) {
            return List.of();
        }
        var people = new ArrayList<Person>();
        int from = 0;
        for (int i = 0; i <= line.length(); i++) {
            var part = line.substring(from, i);
            var ends = i == line.length() || line.charAt(i) == ',' || line.charAt(i) == ';';
            // What stands before a separator and has no address is a name, which its address follows.
            if (ends && (part.contains("@") || (i == line.length() && !isBetween(part)))) {
                var person = person(part);
                if (person == null) {
                    return List.of();
                }
                people.add(person);
                from = i + 1;
            }
        }
        return people;
    }

    private static @Nullable Person person(String part) {
        int at = part.lastIndexOf('@');
        int start = at;
        while (start > 0 && !isBetween(part.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < part.length() && !isBetween(part.charAt(end))) {
            end++;
        }
        if (at < 0 || !isBetween(part.substring(end))) {
            return null;
        }
        var address = EmailAddress.read(part.substring(start, end)).orElse(null);
        var name = name(part.substring(0, start));
        // A second address in the place of a name is somebody whom the line does not tell apart.
        if (address == null || name.length() > LONGEST_NAME || name.contains("@")) {
            return null;
        }
        return new Person(name.isEmpty() ? address.value().substring(0, at - start) : name, address);
    }

    private static String name(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBetween(typed.charAt(start))) {
            start++;
        }
        while (end > start && isBetween(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    private static boolean isBetween(String text) {
        return text.chars().allMatch(c -> isBetween((char) c));
    }

    private static boolean isBetween(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || BETWEEN.indexOf(c) >= 0;
    }
}
