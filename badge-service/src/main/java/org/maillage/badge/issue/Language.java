package org.maillage.badge.issue;

import java.util.Arrays;
import java.util.Optional;
import org.maillage.badge.catalogue.Competences.Competence;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;

/** A language that credentials are written in; the first one is that of whoever asks for none. */
public enum Language {
    FR("fr"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Such as {@code fr}. */
    public String tag() {
        return tag;
    }

    /** The other one. */
    public Language other() {
        return this == FR ? EN : FR;
    }

    /** What a badge says in it. */
    public BadgeText of(BadgeTexts texts) {
        return switch (this) {
            case FR -> texts.fr();
            case EN -> texts.en();
        };
    }

    /** The name of a competence in it. */
    public String of(Competence competence) {
        return switch (this) {
            case FR -> competence.fr();
            case EN -> competence.en();
        };
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
