package org.maillage.web.badges.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.Watcher;
import org.maillage.badge.question.Award;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.DefinitionEvent;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.IssuerEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.event.RecognitionEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.profile.ProfileChanges;

/**
 * Whether what was read of a badge still holds: nothing that it shows has changed since. It is told of each event before
 * anybody who waits for that event goes on; so a badge that somebody takes back is gone when their form is answered.
 */
public final class Freshness implements Watcher {

    /** How long what was verified is shown as verified. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Badges badges;
    private final Projections views;
    private final ProfileChanges profiles;
    private final Clock clock;
    // Position of the newest change of an award or of a network: only of late, as no answer is kept for longer.
    private final Cache<Object, Long> changed =
            Caffeine.newBuilder().expireAfterWrite(LONGEST.multipliedBy(2)).build();
    private final AtomicLong anew = new AtomicLong();

    Freshness(Badges badges, Projections views, ProfileChanges profiles, Clock clock) {
        this.badges = badges;
        this.views = views;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * How far this process was when it began to read.
     *
     * @param position that the tables of badges and the views both held
     * @param profiles number of the last change of what members show
     * @param anew how many times everything had changed
     */
    record Moment(long position, long profiles, long anew) {}

    Moment now() {
        return new Moment(Math.min(badges.position(), views.position()), profiles.last(), anew.get());
    }

    /** Lets the answer to a request be kept until something changes of the badge that it shows. */
    public void of(HttpServletRequest request, Award award) {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, zone(award.network()))
                .plusDays(1)
                .atStartOfDay(zone(award.network()))
                .toInstant();
        var latest = now.plus(LONGEST);
        var until = midnight.isBefore(latest) ? midnight : latest;
        request.setAttribute(Basis.OF_REQUEST, new Basis(award.award(), award.network(), until));
    }

    private ZoneId zone(NetworkId network) {
        return views.networks().find(network).map(Network::zone).orElse(clock.getZone());
    }

    /** Whether what was read from a moment on still holds. */
    boolean holds(Basis basis, Moment read) {
        return anew.get() == read.anew()
                && unchanged(basis.award(), read)
                && unchanged(basis.network(), read)
                && profiles.last() == read.profiles()
                && clock.instant().isBefore(basis.until())
                && badges.stopped().isEmpty();
    }

    private boolean unchanged(Object what, Moment read) {
        var at = changed.getIfPresent(what);
        return at == null || at <= read.position();
    }

    /** How long something may be kept from now on. */
    static Duration longest() {
        return LONGEST;
    }

    @Override
    public void everything() {
        anew.incrementAndGet();
    }

    @Override
    public void recorded(Recorded recorded) {
        var what = changedBy(recorded.event());
        if (what != null) {
            changed.put(what, recorded.position());
        }
    }

    /** The award or the network of which pages may read otherwise after an event; null where none may. */
    private static @Nullable Object changedBy(LedgerEvent event) {
        return switch (event) {
            case AwardEvent.Awarded _, AwardEvent.CodeTaken _ -> null; // nobody is shown it yet
            case AwardEvent e -> e.award();
            case DefinitionEvent e -> e.network();
            case IssuerEvent e -> e.network();
            case NetworkEvent e -> e.network();
            case MemberEvent.Renamed e -> e.network();
            case MemberEvent.Left e -> e.network();
            case MemberEvent.OrganisationChanged e -> e.network();
            case MemberEvent _ -> null;
            case ContributionEvent.Reopened e -> e.network();
            case ContributionEvent.Reversed e -> e.network();
            case ContributionEvent _ -> null;
            // It names the practice alone: the badge that it earned is of the network.
            case RecognitionEvent.PracticeEndorsed e -> e.network();
            case RecognitionEvent.PracticeEndorsementWithdrawn e -> e.network();
            case RecognitionEvent.PracticeDescribed _ -> null;
            case CreditEvent _, GovernanceEvent _, PersonEvent _ -> null;
        };
    }
}
