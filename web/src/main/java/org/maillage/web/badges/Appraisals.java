package org.maillage.web.badges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.springframework.stereotype.Component;

/** Who endorses a badge: by name for its member; for anybody as far as each of them shows their name. */
@Component
public final class Appraisals {

    private final Voices voices;
    private final ShownPeople people;
    private final BadgeWords said;
    private final Endings endings;
    private final Words words;

    Appraisals(Voices voices, ShownPeople people, BadgeWords said, Endings endings, Words words) {
        this.voices = voices;
        this.people = people;
        this.said = said;
        this.endings = endings;
        this.words = words;
    }

    /**
     * One who endorses.
     *
     * @param words what they say; null where nothing
     * @param day since when
     * @param practice whether they endorsed the practice that earned it, rather than the badge
     */
    public record Endorser(String name, @Nullable String words, String day, boolean practice) {}

    /** For the member: everybody by name. */
    public List<Endorser> named(Award award, Locale locale) {
        var told = new ArrayList<Endorser>();
        for (var endorsement : award.endorsements()) {
            var name = words.name(award.network(), endorsement.by(), locale);
            told.add(endorser(award, with(award.network(), name, endorsement, locale), endorsement, locale));
        }
        return List.copyOf(told);
    }

    /** For anybody. */
    List<Endorser> shown(Award award, Locale locale) {
        var told = new ArrayList<Endorser>();
        for (var endorsement : award.endorsements()) {
            var name = people.of(award.network(), endorsement.by()).name();
            var shown = name == null
                    ? nameless(award.network(), endorsement, locale)
                    : with(award.network(), name, endorsement, locale);
            told.add(endorser(award, shown, endorsement, locale));
        }
        return List.copyOf(told);
    }

    private Endorser endorser(Award award, String name, Endorsement endorsement, Locale locale) {
        var day = LocalDate.ofInstant(endorsement.since(), endings.zone(award.network()));
        return new Endorser(name, blankToNull(endorsement), said.day(day, locale), endorsement.practice() != null);
    }

    private String nameless(NetworkId network, Endorsement endorsement, Locale locale) {
        var organisation = endorsement.organisation();
        return organisation == null
                ? words.say("badges.endorser.nameless", locale)
                : voices.name(network, organisation, locale);
    }

    private String with(NetworkId network, String name, Endorsement endorsement, Locale locale) {
        var organisation = endorsement.organisation();
        return organisation == null
                ? name
                : words.say("badges.endorser.for", locale, name, voices.name(network, organisation, locale));
    }

    private static @Nullable String blankToNull(Endorsement endorsement) {
        var said = Objects.requireNonNullElse(endorsement.words(), "");
        return said.isBlank() ? null : said;
    }
}
