package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was authenticated when a command came in, written {@code person:<uuid>} or {@code system}. A command's own
 * {@code by} decides what is meant; guards test both.
 *
 * @param type how they were authenticated
 * @param id the person (PERSON, TOKEN, ADMINISTRATOR), the share that a link is for (LINK), the batch (IMPORT), or null
 *     (SYSTEM)
 */
public record Actor(Type type, @Nullable UUID id) {

    /** How somebody was authenticated. */
    public enum Type {
        PERSON("person"),
        TOKEN("token"),
        LINK("link"),
        ADMINISTRATOR("administrator"),
        IMPORT("import"),
        SYSTEM("system");

        /** What an actor's text begins with. */
        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    private static final Map<String, Type> BY_WORD =
            Stream.of(Type.values()).collect(Collectors.toUnmodifiableMap(type -> type.word, type -> type));

    /** The program itself: the demonstration, a reaction. */
    public static final Actor SYSTEM = new Actor(Type.SYSTEM, null);

    public Actor {
        if ((type == Type.SYSTEM) != (id == null)) {
            throw new IllegalArgumentException("only the system has no id");
        }
    }

    public static Actor person(PersonId person) {
        return new Actor(Type.PERSON, person.value());
    }

    public static Actor token(PersonId person) {
        return new Actor(Type.TOKEN, person.value());
    }

    public static Actor administrator(PersonId person) {
        return new Actor(Type.ADMINISTRATOR, person.value());
    }

    /** Somebody without account who opened the link of one share. */
    public static Actor link(ShareId share) {
        return new Actor(Type.LINK, share.value());
    }

    public static Actor batch(ImportId batch) {
        return new Actor(Type.IMPORT, batch.value());
    }

    /** Reads the text. @throws IllegalArgumentException if it is not an actor's */
    @JsonCreator
    public static Actor of(String text) {
        int colon = text.indexOf(':');
        var type = BY_WORD.get(colon < 0 ? text : text.substring(0, colon));
        if (type == null) {
            throw new IllegalArgumentException("an actor is written type:uuid, or system");
        }
        return new Actor(type, colon < 0 ? null : Id.parse(text.substring(colon + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return id == null ? type.word : type.word + ":" + id;
    }
}
