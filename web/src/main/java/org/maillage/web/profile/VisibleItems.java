package org.maillage.web.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.Consents.Consent;
import org.springframework.stereotype.Component;

/** Says for each item who can read it now, and what can be changed about that. */
@Component
final class VisibleItems {

    private final Words words;

    VisibleItems(Words words) {
        this.words = words;
    }

    /** What is about the page itself. */
    List<Row> ofPage(Map<Item, Consent> given, Standing standing, Locale locale) {
        return Stream.of(Item.PAGE, Item.SEARCH_ENGINES)
                .map(item -> row(item, given.get(item), standing, locale))
                .toList();
    }

    /** What is about the member. */
    List<Row> ofMember(Map<Item, Consent> given, Standing standing, Locale locale) {
        return Stream.of(Item.NAME, Item.NETWORK, Item.ORGANISATION, Item.OFFERS, Item.FLOWER, Item.CONTRIBUTIONS)
                .map(item -> row(item, given.get(item), standing, locale))
                .toList();
    }

    private Row row(Item item, @Nullable Consent consent, Standing standing, Locale locale) {
        var offered = new ArrayList<Offered>();
        for (var audience : Audience.values()) {
            if (item.mayBeFor(audience) && (consent == null || consent.audience() != audience)) {
                offered.add(new Offered(audience.name(), words.say("visibility.give." + verb(item, audience), locale)));
            }
        }
        return new Row(
                item.name(),
                words.say("visibility.item." + item, locale),
                words.say("visibility.text." + item, locale),
                state(item, consent, standing, locale),
                consent != null,
                consent != null && consent.audience() == Audience.EVERYONE,
                List.copyOf(offered));
    }

    // A page is opened and a search engine let in; what stands on the page is shown.
    private static String verb(Item item, Audience audience) {
        return switch (item) {
            case PAGE, SEARCH_ENGINES -> item.name();
            case NAME, NETWORK, ORGANISATION, OFFERS, FLOWER, CONTRIBUTIONS -> audience.name();
        };
    }

    private String state(Item item, @Nullable Consent consent, Standing standing, Locale locale) {
        var own = item == Item.PAGE || item == Item.SEARCH_ENGINES ? item + "." : "";
        if (consent == null) {
            return words.say("visibility.state." + own + (self(item) ? "SELF" : "MEMBERS"), locale);
        }
        var since = words.day(LocalDate.ofInstant(consent.since(), standing.zone()), locale);
        return words.say("visibility.state." + own + consent.audience(), locale, since);
    }

    // Members read each other's name, network and organisation in the directory.
    private static boolean self(Item item) {
        return switch (item) {
            case PAGE, SEARCH_ENGINES, OFFERS, FLOWER, CONTRIBUTIONS -> true;
            case NAME, NETWORK, ORGANISATION -> false;
        };
    }

    /**
     * An item as the page shows it.
     *
     * @param state who can read it now, in words
     * @param given whether a consent stands
     * @param open whether anybody can read it
     * @param offered what else can be chosen
     */
    record Row(
            String item, String title, String text, String state, boolean given, boolean open, List<Offered> offered) {}

    /** A button: the audience that it gives, and what it says. */
    record Offered(String audience, String text) {}
}
