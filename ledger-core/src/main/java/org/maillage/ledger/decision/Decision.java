package org.maillage.ledger.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.EventName;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.journal.Chain;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;

/**
 * One command being decided: who asks and when, what it reads of other streams, and what came of it. Whatever is read
 * here enters the read set that the journal checks.
 */
public final class Decision {

    private static final String KEY = "decision";

    private final Origin origin;
    private final String requestHash;
    private final boolean again;
    private final Chain chain;
    private final @Nullable Decision before;
    private final Reads reads;
    private final Vault vault;
    private final Map<StreamId, Long> readSet = new HashMap<>();
    private final Map<StreamId, UUID> heads = new HashMap<>();
    private final List<StreamId> appended = new ArrayList<>();
    private final EventBus events;
    private @Nullable CompletionStage<Journal.Stored> submitted;
    private Set<StreamId> written = Set.of();

    /**
     * A decision that has read nothing yet.
     *
     * @param again whether an earlier attempt was not stored
     * @param chain what it is handed to the journal with
     * @param before the decision that it follows in the chain; null where it is the first
     */
    public Decision(
            Origin origin,
            String requestHash,
            boolean again,
            Chain chain,
            @Nullable Decision before,
            Reads reads,
            Vault vault,
            EventBus events) {
        this.events = events;
        this.origin = origin;
        this.requestHash = requestHash;
        this.again = again;
        this.chain = chain;
        this.before = before;
        this.reads = reads;
        this.vault = vault;
    }

    /** The decision that the unit of work of this thread is about. */
    public static Decision current() {
        return of(CurrentUnitOfWork.get().root().getMessage());
    }

    public static Decision of(Message<?> message) {
        return (Decision) Objects.requireNonNull(message.getMetaData().get(KEY));
    }

    /** What carries this decision with its command message. */
    public MetaData asMetaData() {
        return MetaData.with(KEY, this);
    }

    public Origin origin() {
        return origin;
    }

    public String requestHash() {
        return requestHash;
    }

    public Instant now() {
        return origin.now();
    }

    public Actor actor() {
        return origin.actor();
    }

    /** Whether an earlier attempt was not stored, so that what seemed new may exist. */
    public boolean again() {
        return again;
    }

    /** The network. @throws Refused where it does not exist */
    public NetworkState network(NetworkId network) {
        var state = read(StreamId.of(network), Fold.NETWORK);
        Refused.when(!state.exists(), Reason.UNKNOWN_NETWORK);
        return state;
    }

    /** Whether a network exists. */
    public boolean exists(NetworkId network) {
        return read(StreamId.of(network), Fold.NETWORK).exists();
    }

    /** Whether a claim is one of this network. */
    public boolean isClaimOf(NetworkId network, ContributionId contribution) {
        return network.equals(read(StreamId.of(contribution), Fold.CLAIM).network());
    }

    public TariffState tariff(NetworkId network) {
        return read(StreamId.tariffOf(network), Fold.TARIFF);
    }

    public CharterState charter(NetworkId network) {
        return read(StreamId.charterOf(network), Fold.CHARTER);
    }

    public MemberState member(MemberId member) {
        return read(StreamId.of(member), Fold.MEMBER);
    }

    public PersonState person(PersonId person) {
        return read(StreamId.of(person), Fold.PERSON);
    }

    public BadgeState badge(BadgeDefinitionId definition) {
        return read(StreamId.of(definition), Fold.BADGE);
    }

    public AwardState award(AwardId award) {
        return read(StreamId.of(award), Fold.AWARD);
    }

    public RecognitionState recognition(RecognitionId recognition) {
        return read(StreamId.of(recognition), Fold.RECOGNITION);
    }

    /** The keys with which a network signs. */
    public IssuerState issuer(NetworkId network) {
        return read(StreamId.issuerOf(network), Fold.ISSUER);
    }

    /** Whether a badge has that public code. */
    public boolean isTaken(BadgeCode code) {
        return read(StreamId.of(code), Fold.CODE);
    }

    /** The person whose membership it is, if anybody's yet. */
    public Optional<PersonId> personOf(MemberId member) {
        return Optional.ofNullable(
                read(StreamId.membershipOf(member), Fold.MEMBERSHIP).person());
    }

    /**
     * What the common fund received, less what was taken back: as it is stored, since its stream is unguarded. So what is
     * handed in before this decision is waited for.
     */
    public Mailles fundReceipts(NetworkId network) {
        if (before != null) {
            before.submitted()
                    .ifPresent(stage ->
                            stage.handle((_, _) -> true).toCompletableFuture().join());
        }
        return reads.of(StreamId.fundReceiptsOf(network), Fold.FUND_RECEIPTS).state();
    }

    /** The civil day now in the network's zone. */
    public LocalDate today(NetworkState network) {
        return LocalDate.ofInstant(now(), network.zone());
    }

    /** Seals a text for one field of an event. */
    public SealedText seal(
            String text, List<MemberId> about, StreamId stream, Class<? extends LedgerEvent> event, String field) {
        return vault.seal(text, about, new Vault.Place(stream, nameOf(event), field));
    }

    /** Seals a text where there is one. */
    public @Nullable SealedText sealIfAny(
            @Nullable String text,
            List<MemberId> about,
            StreamId stream,
            Class<? extends LedgerEvent> event,
            String field) {
        return text == null ? null : seal(text, about, stream, event, field);
    }

    /** Keyed hash by which equal evidence is recognised. */
    public String match(String content) {
        return vault.match(content);
    }

    /** Appends to a stream whose state was read here, or to an unguarded one. */
    public void append(LedgerEvent event) {
        var stream = event.stream();
        long version = stream.unguarded() ? 0 : Objects.requireNonNull(readSet.get(stream)) + 1 + ofStream(stream);
        appended.add(stream);
        events.publish(new GenericDomainEventMessage<>(stream.type(), stream.value(), version, event));
    }

    private long ofStream(StreamId stream) {
        return appended.stream().filter(stream::equals).count();
    }

    /** Version of everything that the decision is made on, by stream: what it and a refusal rest on. */
    public Map<StreamId, Long> readSet() {
        return readSet;
    }

    /**
     * Says what of an aggregate the decision is made on.
     *
     * @param version of its newest event; null where there is none
     * @param head id of that event; null where there is none
     */
    public void saw(StreamId stream, @Nullable Long version, @Nullable UUID head) {
        if (readSet.putIfAbsent(stream, version == null ? Journal.NOTHING : version) == null && head != null) {
            heads.put(stream, head);
        }
    }

    /** What the journal is to store of it: these events, if what was read besides still holds. */
    public Journal.Append stores(List<Journal.Entry> entries, Map<StreamId, Long> readBesides) {
        return new Journal.Append(entries, readBesides, heads, origin, requestHash, false, chain);
    }

    /** What the journal is asked where it was refused: whether what was read still holds. */
    public Journal.Append refusal() {
        return new Journal.Append(List.of(), readSet, heads, origin, requestHash, true, chain);
    }

    /** Says that what was decided has been handed to the journal. */
    public void submitted(CompletionStage<Journal.Stored> stage, Set<StreamId> streams) {
        this.submitted = stage;
        this.written = streams;
    }

    /** Where the journal will answer; empty where it was not handed in. */
    public Optional<CompletionStage<Journal.Stored>> submitted() {
        return Optional.ofNullable(submitted);
    }

    /** The streams that were written. */
    public Set<StreamId> written() {
        return written;
    }

    private <S> S read(StreamId stream, Fold<S> fold) {
        var seen = reads.of(stream, fold);
        saw(stream, seen.version(), seen.head());
        return seen.state();
    }

    private static String nameOf(Class<? extends LedgerEvent> event) {
        var name = event.getAnnotation(EventName.class).value();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
