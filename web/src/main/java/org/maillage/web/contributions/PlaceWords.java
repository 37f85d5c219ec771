package org.maillage.web.contributions;

import java.util.Locale;
import org.maillage.ledger.value.Where;
import org.maillage.web.frame.Words;
import org.maillage.web.network.PlaceNames;
import org.springframework.stereotype.Component;

/** Says where something took place: a commune by its name. */
@Component
public final class PlaceWords {

    private final PlaceNames names;
    private final Words words;

    PlaceWords(PlaceNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    /** The place; empty where it is not known. */
    public String of(Where where, Locale locale) {
        if (where.remote()) {
            return words.say("contributions.where.remote", locale);
        }
        var commune = where.commune();
        return commune == null
                ? ""
                : names.commune(commune)
                        .orElseGet(() -> words.say("contributions.where.commune", locale, commune.code()));
    }
}
