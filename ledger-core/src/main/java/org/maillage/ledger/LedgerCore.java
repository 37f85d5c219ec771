package org.maillage.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.maillage.ledger.journal.Chain;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.member.MemberCommand;
import org.maillage.ledger.member.MemberHandler;
import org.maillage.ledger.network.NetworkCommand;
import org.maillage.ledger.network.NetworkHandler;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;

/**
 * The only wiring of the core: Axon's command bus, unit of work and repositories over our journal.
 */
public final class LedgerCore implements Ledger, AutoCloseable {

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
        return switch (executeAll(List.of(new Request(command, origin))).getFirst()) {
            case Result.Done(var outcome) -> outcome;
            case Result.Declined(var refusal) -> throw refusal;
        };
    }

    @Override
    public List<Result> executeAll(List<Request> requests) {
        return new Bulk(this, requests).decide();
    }

    /**
     * Decides a command and hands to the journal what came of it: its events, that there are none, or that it was refused.
     *
     * @param again whether an earlier attempt was not stored
     * @param before the decision that it follows in the chain; null where it is the first
     */
    Attempt attempt(Request request, boolean again, Chain chain, @Nullable Decision before) {
        var decision =
                new Decision(request.origin(), hash.of(request.command()), again, chain, before, reads, vault, events);
        var message = new GenericCommandMessage<LedgerCommand>(request.command(), decision.asMetaData());
        var thrown = new ArrayList<RuntimeException>(1);
        commands.dispatch(message, (_, result) -> {
            if (result.isExceptional()) {
                thrown.add(unchecked(result.exceptionResult()));
            }
        });
        var failure = thrown.isEmpty() ? null : thrown.getFirst();
        if (failure instanceof Journal.Conflict || failure instanceof Unavailable) {
            return new Attempt(decision, failure);
        }
        try {
            if (decision.submitted().isEmpty()) {
                // What needs no event is an answer too: it holds only while what it rests on does, and its key is kept.
                var answer = failure == null ? decision.stores(List.of(), decision.readSet()) : decision.refusal();
                decision.submitted(journal.submit(answer), Set.of());
            }
            return new Attempt(decision, failure);
        } catch (Unavailable full) {
            return new Attempt(decision, full);
        }
    }

    /** Forgets what it knows of these streams: it is read again when it is needed. */
    void forget(Collection<StreamId> stale) {
        reads.forget(stale);
        cache.forget(stale);
    }

    static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    @Override
    public void close() {
        snapshotting.close();
        events.shutDown();
    }
}
