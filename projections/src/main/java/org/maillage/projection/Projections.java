package org.maillage.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.account.Accounts;
import org.maillage.projection.contribution.Contributions;
import org.maillage.projection.figures.Figures;
import org.maillage.projection.guard.Guard;
import org.maillage.projection.member.Members;
import org.maillage.projection.network.Networks;
import org.maillage.projection.portrait.Portraits;
import org.maillage.projection.queue.Queue;

/** The views: opened on a data source, they follow the feed until they are closed. */
@SuppressWarnings("DoNotCallSuggester")
public final class Projections implements AutoCloseable {

    /** How long a page that follows a command waits for the views. */
    public static final Duration READ_YOUR_WRITES = Duration.ofSeconds(2);

    private Projections() {}

    /** Makes the views where there are none, and starts to follow the feed. */
    public static Projections open(DataSource dataSource, Vault vault, EventFeed feed, Clock clock) {
        throw new UnsupportedOperationException();
    }

    public Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    public Contributions contributions() {
        throw new UnsupportedOperationException();
    }

    public Queue queue() {
        throw new UnsupportedOperationException();
    }

    public Portraits portraits() {
        throw new UnsupportedOperationException();
    }

    public Members members() {
        throw new UnsupportedOperationException();
    }

    public Networks networks() {
        throw new UnsupportedOperationException();
    }

    public Figures figures() {
        throw new UnsupportedOperationException();
    }

    public Guard guard() {
        throw new UnsupportedOperationException();
    }

    /** Position of the last event that the views hold. */
    public long position() {
        throw new UnsupportedOperationException();
    }

    /** Events that the journal holds and the views do not yet. */
    public long lag() {
        throw new UnsupportedOperationException();
    }

    /** Waits at most {@link #READ_YOUR_WRITES} until the views hold a position; returns whether they do. */
    public boolean awaitPosition(long position) {
        return awaitPosition(position, READ_YOUR_WRITES);
    }

    /** Waits until the views hold a position, at most so long; returns whether they do. */
    public boolean awaitPosition(long position, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    /** Starts a rebuild beside the live views, or joins the running one; completes after the swap. */
    public CompletableFuture<Progress> rebuild() {
        throw new UnsupportedOperationException();
    }

    /** The running rebuild, or the last one since opening. */
    public Optional<Progress> rebuilding() {
        throw new UnsupportedOperationException();
    }

    /** Networks whose events wait. */
    public List<Parked> parked() {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies the waiting events of a network in order; returns whether none waits any more.
     *
     * @param network null for the events of persons
     */
    public boolean retryParked(@Nullable NetworkId network) {
        throw new UnsupportedOperationException();
    }

    /** Blanks the names that the views hold of a member whose key was destroyed. */
    public void forget(NetworkId network, org.maillage.ledger.value.MemberId member) {
        throw new UnsupportedOperationException();
    }

    /** Why the feed stopped; empty while it runs. */
    public Optional<String> stopped() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
