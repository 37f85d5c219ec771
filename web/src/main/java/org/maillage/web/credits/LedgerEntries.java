package org.maillage.web.credits;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Membership;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says where an event stands in the journal, and who was authenticated when it was recorded. */
@Component
final class LedgerEntries {

    private final Journal journal;
    private final Projections views;
    private final Words words;

    LedgerEntries(Journal journal, Projections views, Words words) {
        this.journal = journal;
        this.views = views;
        this.words = words;
    }

    /** The event at a position that a view knows of. */
    Entry entry(Standing standing, long position, Locale locale) {
        var recorded = journal.after(position - 1, 1).getFirst();
        return new Entry(
                recorded.eventId(),
                EventJson.nameOf(recorded.event()),
                recorded.stream().value(),
                recorded.version(),
                recorded.position(),
                recorded.recordedAt().atZone(standing.zone()),
                by(standing, recorded, locale));
    }

    private String by(Standing standing, Recorded recorded, Locale locale) {
        var actor = recorded.actor();
        return switch (actor.type()) {
            case PERSON -> name(standing, actor, locale);
            case TOKEN -> words.say("credits.by.token", locale, name(standing, actor, locale));
            case ADMINISTRATOR -> words.say("credits.by.administrator", locale);
            case LINK -> words.say("credits.by.link", locale);
            case IMPORT -> words.say("credits.by.import", locale);
            case SYSTEM -> words.say("credits.by.system", locale);
        };
    }

    // By the name that they bear in the reader's network; somebody of another one stays unnamed.
    private String name(Standing standing, Actor actor, Locale locale) {
        var id = actor.id();
        return id == null
                ? words.say("words.nobody", locale)
                : views.members().membershipsOf(new PersonId(id)).stream()
                        .filter(membership -> membership.network().equals(standing.network()))
                        .map(Membership::member)
                        .findFirst()
                        .map(member -> words.name(standing.network(), member, locale))
                        .orElseGet(() -> words.say("credits.by.elsewhere", locale));
    }

    /**
     * An event as a page shows it.
     *
     * @param name its stable name and version, such as {@code credit.issued.1}
     * @param version from 0 within the stream
     * @param position from 1 in the journal
     * @param recordedAt in the network's zone
     * @param by who was authenticated, in words
     */
    record Entry(
            UUID id, String name, String stream, long version, long position, ZonedDateTime recordedAt, String by) {}
}
