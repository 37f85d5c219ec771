package org.maillage.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.badge.AwardCommand;
import org.maillage.ledger.badge.AwardHandler;
import org.maillage.ledger.badge.DefinitionCommand;
import org.maillage.ledger.badge.DefinitionHandler;
import org.maillage.ledger.badge.IssuerCommand;
import org.maillage.ledger.badge.IssuerHandler;
import org.maillage.ledger.badge.RecognitionCommand;
import org.maillage.ledger.badge.RecognitionHandler;
import org.maillage.ledger.contribution.Contribution;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionHandler;
import org.maillage.ledger.credit.Account;
import org.maillage.ledger.credit.Accounts;
import org.maillage.ledger.credit.CreditCommand;
import org.maillage.ledger.credit.CreditHandler;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Reads;
import org.maillage.ledger.governance.GovernanceCommand;
import org.maillage.ledger.governance.GovernanceHandler;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.member.MemberCommand;
import org.maillage.ledger.member.MemberHandler;
import org.maillage.ledger.network.NetworkCommand;
import org.maillage.ledger.network.NetworkHandler;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;

/**
 * The only wiring of the core: Axon's command bus, unit of work and repositories over our journal. Decides commands,
 * retries those that met a conflict, and answers a repeated key as before.
 */
public final class LedgerCore implements Ledger, AutoCloseable {

    private static final int ATTEMPTS = 12;
    private static final int CACHED_AGGREGATES = 50_000;
    private static final int SNAPSHOT_EVERY = 500;

    private final Journal journal;
    private final Vault vault;
    private final Reads reads;
    private final CommandHash hash;
    private final AggregateCache cache = new AggregateCache(CACHED_AGGREGATES);
    private final EmbeddedEventStore events;
    private final CommandBus commands = SimpleCommandBus.builder()
            .transactionManager(NoTransactionManager.INSTANCE)
            .build();
    private final ExecutorService snapshotting = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("snapshots").daemon().factory());

    private LedgerCore(Journal journal, Snapshots snapshots, Vault vault) {
        this.journal = journal;
        this.vault = vault;
        this.reads = new Reads(journal);
        this.hash = new CommandHash(vault);
        this.events = EmbeddedEventStore.builder()
                .storageEngine(new JournalEngine(journal, reads, new AggregateSnapshots(snapshots)))
                .build();
        register();
    }

    /** Starts the ledger on a journal. It closes neither journal nor vault. */
    public static LedgerCore start(Journal journal, Snapshots snapshots, Vault vault) {
        return new LedgerCore(journal, snapshots, vault);
    }

    private void register() {
        var accounts = new Accounts(accountRepository());
        var contributions = new ContributionHandler(repository(Contribution.class), accounts);
        subscribe(ContributionCommand.class, contributions::handle);
        subscribe(CreditCommand.class, new CreditHandler(accounts)::handle);
        subscribe(MemberCommand.class, new MemberHandler(accounts)::handle);
        subscribe(NetworkCommand.class, new NetworkHandler()::handle);
        subscribe(GovernanceCommand.class, new GovernanceHandler()::handle);
        subscribe(DefinitionCommand.class, new DefinitionHandler()::handle);
        subscribe(AwardCommand.class, new AwardHandler()::handle);
        subscribe(RecognitionCommand.class, new RecognitionHandler()::handle);
        subscribe(IssuerCommand.class, new IssuerHandler()::handle);
    }

    /** Every command of a context, so that none can be forgotten: the context seals them. */
    private <C extends LedgerCommand> void subscribe(Class<C> context, BiConsumer<C, Decision> handler) {
        for (var command : context.getPermittedSubclasses()) {
            commands.subscribe(command.getName(), message -> {
                handler.accept(context.cast(message.getPayload()), Decision.of(message));
                return null;
            });
        }
    }

    private <T> Repository<T> repository(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate)
                .eventStore(events)
                .cache(cache)
                .build();
    }

    private Repository<Account> accountRepository() {
        var snapshotter = AggregateSnapshotter.builder()
                .eventStore(events)
                .executor(snapshotting)
                .aggregateFactories(new GenericAggregateFactory<>(Account.class))
                .build();
        return EventSourcingRepository.builder(Account.class)
                .eventStore(events)
                .cache(cache)
                .snapshotTriggerDefinition(new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY))
                .build();
    }

    @Override
    public Outcome execute(LedgerCommand command, Origin origin) {
        return settle(new Request(command, origin), null);
    }

    /** Hands in each decision without waiting for the one before, then waits for all; stragglers go one by one. */
    @Override
    public List<Result> executeAll(List<Request> requests) {
        var pending = new ArrayList<Attempt>(requests.size());
        for (var request : requests) {
            pending.add(attempt(request, false));
        }
        var results = new ArrayList<Result>(requests.size());
        for (var i = 0; i < requests.size(); i++) {
            results.add(result(requests.get(i), pending.get(i)));
        }
        return results;
    }

    private Result result(Request request, Attempt first) {
        try {
            return new Result.Done(settle(request, first));
        } catch (Refused refusal) {
            return new Result.Declined(refusal);
        }
    }

    /** One try at deciding a command: what it read and wrote, and how it failed if it did. */
    private record Attempt(Decision decision, @Nullable RuntimeException failure) {}

    private Attempt attempt(Request request, boolean again) {
        var origin = request.origin();
        var decision = new Decision(origin, hash.of(request.command()), again, reads, vault, events);
        var message = new GenericCommandMessage<LedgerCommand>(request.command(), decision.asMetaData());
        var failure = new ArrayList<RuntimeException>(1);
        commands.dispatch(message, (_, result) -> {
            if (result.isExceptional()) {
                failure.add(unchecked(result.exceptionResult()));
            }
        });
        if (failure.isEmpty() && decision.submitted().isEmpty()) {
            try {
                rememberUnchanged(decision);
            } catch (Unavailable full) {
                failure.add(full);
            }
        }
        return new Attempt(decision, failure.isEmpty() ? null : failure.getFirst());
    }

    /** What needs no event is an answer too: it holds only while what it rests on does, and its key is remembered. */
    private void rememberUnchanged(Decision decision) {
        var nothing = new Journal.Append(
                List.of(), decision.readSet(), decision.heads(), decision.origin(), decision.requestHash());
        decision.submitted(journal.submit(nothing), List.of());
    }

    private Outcome settle(Request request, @Nullable Attempt first) {
        var attempt = first == null ? attempt(request, false) : first;
        for (var n = 1; ; n++) {
            try {
                return outcome(attempt);
            } catch (Journal.AlreadyDone done) {
                forget(attempt.decision(), List.of());
                return before(done.answered(), attempt.decision());
            } catch (Refused refusal) {
                var answered = journal.answered(
                        request.origin().scope(), request.origin().key());
                if (answered.isPresent()) {
                    return before(answered.get(), attempt.decision());
                }
                if (n == ATTEMPTS || isFresh(attempt.decision())) {
                    throw refusal;
                }
                forget(attempt.decision(), List.of());
            } catch (Journal.Conflict conflict) {
                forget(attempt.decision(), conflict.streams());
                if (n == ATTEMPTS) {
                    throw new Refused(Reason.TOO_BUSY);
                }
                pause(n);
            } catch (Unavailable away) {
                forget(attempt.decision(), List.of());
                throw away;
            } catch (RuntimeException failure) {
                // States of different ages can contradict each other in ways that no guard expects.
                var fresh = n == ATTEMPTS || isFresh(attempt.decision());
                forget(attempt.decision(), List.of());
                if (fresh) {
                    throw failure;
                }
            }
            attempt = attempt(request, true);
        }
    }

    private Outcome outcome(Attempt attempt) {
        if (attempt.failure() != null) {
            throw attempt.failure();
        }
        var decision = attempt.decision();
        try {
            var stored =
                    decision.submitted().orElseThrow().toCompletableFuture().join();
            return new Outcome(decision.origin().commandId(), stored.lastPosition(), stored.events(), false);
        } catch (CompletionException failed) {
            throw unchecked(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** The same key answers the same outcome; with another content it is refused (architecture, decision 4). */
    private static Outcome before(Journal.Answered answered, Decision decision) {
        if (!answered.requestHash().equals(decision.requestHash())) {
            throw new Refused(Reason.KEY_REUSED);
        }
        return new Outcome(
                answered.commandId(),
                answered.stored().lastPosition(),
                answered.stored().events(),
                true);
    }

    /**
     * Whether what a refusal rests on is what the journal holds: no less, since another process may have changed it, and
     * no more, since what this one has handed in may yet fail. Nothing is appended by a refusal that would tell.
     */
    private boolean isFresh(Decision decision) {
        var read = decision.readSet();
        return read.isEmpty() || journal.newest(read.keySet()).equals(read);
    }

    private void forget(Decision decision, List<StreamId> changed) {
        var stale = new LinkedHashSet<>(changed);
        stale.addAll(decision.readSet().keySet());
        decision.written().forEach(stale::add);
        reads.forget(stale);
        cache.forget(stale);
    }

    private static void pause(int attempt) {
        var most = TimeUnit.MILLISECONDS.toNanos(1) << Math.min(attempt, 6);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }

    private static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    @Override
    public void close() {
        snapshotting.close();
        events.shutDown();
    }
}
