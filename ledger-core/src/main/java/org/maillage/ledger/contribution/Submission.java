package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.NetworkState;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.event.SubmittedShare.ImportedRow;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.WebAddress;

/** Makes a claim out of what was asked (rule 1): guards, then the event with all that it freezes. */
final class Submission {

    private static final int MOST_SHARES = 50;
    private static final int MOST_EVIDENCE = 10;
    private static final int MOST_NAMED = 50;
    private static final int LONG_DAY = 12 * 60;
    private static final int DAY = 24 * 60;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    /** How far the clock of a device may run ahead of the ledger's. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private final Submit command;
    private final Decision decision;
    private final NetworkState network;

    Submission(Submit command, Decision decision) {
        this.command = command;
        this.decision = decision;
        this.network = decision.network(command.network());
    }

    /** The event that opens the claim. @throws Refused where anything about it is not as it must be */
    Submitted event() {
        Guards.activeMember(decision, command.network(), command.by());
        guardDeclared();
        guardShares();
        guardDays();
        var stream = StreamId.of(command.contribution());
        var about = List.of(command.by());
        return new Submitted(
                command.contribution(),
                command.network(),
                command.by(),
                command.shares().stream().map(this::share).toList(),
                decision.sealIfAny(Texts.optional(command.title(), 120), about, stream, Submitted.class, "title"),
                decision.sealIfAny(
                        Texts.optional(command.sentence(), 2_000), about, stream, Submitted.class, "sentence"),
                evidence(stream),
                command.answered(),
                command.declaredAt(),
                command.replaces());
    }

    /** Rule 15: a client's own time of declaration is one that has come. */
    private void guardDeclared() {
        var declared = command.declaredAt();
        when(declared != null && declared.isAfter(decision.now().plus(CLOCKS_APART)), Reason.DECLARED_IN_THE_FUTURE);
    }

    private void guardShares() {
        var shares = command.shares();
        when(shares.isEmpty(), Reason.NO_SHARE);
        when(shares.size() > MOST_SHARES, Reason.TOO_MANY_SHARES);
        var ids = new HashSet<Object>();
        var contributors = new HashSet<Object>();
        for (var share : shares) {
            when(!ids.add(share.share()), Reason.SHARE_TWICE);
            when(!contributors.add(List.of(share.contributor(), share.kind(), share.day())), Reason.CONTRIBUTOR_TWICE);
        }
    }

    /** Rule 12 within the claim; earlier claims of the day are asked about before sending, and refused at validation. */
    private void guardDays() {
        var minutes = new HashMap<Object, Integer>();
        for (var share : command.shares()) {
            if (share.contributor().holder() == Holder.MEMBER) {
                var quantity = share.quantity();
                minutes.merge(
                        List.of(share.contributor(), share.day()),
                        quantity.creditedMinutes() + quantity.travel(),
                        Integer::sum);
            }
        }
        var most = minutes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most > DAY) {
            throw new Refused(Reason.MORE_THAN_24_HOURS, Map.of("minutes", Integer.toString(most)));
        }
        if (most > LONG_DAY && !command.answered().contains(Question.LONG_DAY)) {
            throw new Refused(Reason.LONG_DAY, Map.of("minutes", Integer.toString(most)));
        }
    }

    private SubmittedShare share(ClaimedShare share) {
        var kind = network.kinds().get(share.kind());
        if (kind == null) {
            throw new Refused(Reason.UNKNOWN_KIND, Map.of("kind", share.kind().value()));
        }
        when(share.quantity().credited(kind.measure()) == 0, Reason.QUANTITY_MISSING);
        when(!share.quantity().fits(kind.measure()), Reason.QUANTITY_NOT_OF_THE_KIND);
        when(share.day().isAfter(decision.today(network)), Reason.DAY_IN_THE_FUTURE);
        when(share.day().isBefore(EARLIEST), Reason.DAY_TOO_OLD);
        var commune = share.where().commune();
        when(commune != null && !commune.code().isOfADepartement(), Reason.COMMUNE_INVALID);
        guardNamed(share);
        guardImported(share.imported());
        var contributor = contributor(share);
        return new SubmittedShare(
                share.share(),
                share.contributor(),
                share.kind(),
                share.quantity(),
                share.day(),
                network.zone(),
                share.startTime(),
                share.where(),
                share.payment(),
                share.capacity(),
                decision.actor().type() == Actor.Type.IMPORT ? null : command.by(),
                onBehalfOf(share),
                contributor.organisation(),
                share.audience(),
                share.helped(),
                share.companions(),
                share.borrowers(),
                share.gathering(),
                share.need(),
                share.kit(),
                Texts.optional(share.fundingConvention(), 80),
                share.reusedFrom(),
                share.imported(),
                contributor.charter());
    }

    /** What is frozen about a contributor. */
    private record Contributor(@Nullable OrganisationId organisation, int charter) {}

    private Contributor contributor(ClaimedShare share) {
        var account = share.contributor();
        return switch (account.holder()) {
            case MEMBER -> {
                var member = decision.member(new MemberId(account.id()));
                when(!member.isOf(command.network()), Reason.UNKNOWN_MEMBER);
                when(!member.isIn(), Reason.HAS_LEFT);
                yield new Contributor(member.organisation(), member.charter());
            }
            case ORGANISATION -> {
                var organisation = new OrganisationId(account.id());
                when(!network.organisations().contains(organisation), Reason.UNKNOWN_ORGANISATION);
                when(!organisation.equals(share.onBehalfOf()), Reason.NOT_YOUR_SHARE);
                yield new Contributor(organisation, 0);
            }
            case FUND -> throw new Refused(Reason.INVALID_VALUE, Map.of("field", "contributor"));
        };
    }

    /** Only an organisation that the claimant belongs to can be spoken for. */
    private @Nullable OrganisationId onBehalfOf(ClaimedShare share) {
        var organisation = share.onBehalfOf();
        if (organisation != null) {
            when(!network.organisations().contains(organisation), Reason.UNKNOWN_ORGANISATION);
            var own = decision.member(command.by()).organisation();
            when(!organisation.equals(own), Reason.NOT_YOUR_SHARE);
        }
        return organisation;
    }

    private void guardNamed(ClaimedShare share) {
        var named = Stream.of(share.helped(), share.companions(), share.borrowers())
                .flatMap(List::stream)
                .toList();
        when(named.size() > MOST_NAMED, Reason.TOO_MANY_NAMED);
        for (var member : named) {
            when(!decision.member(member).isOf(command.network()), Reason.UNKNOWN_MEMBER);
            when(AccountId.of(member).equals(share.contributor()), Reason.GAINS_FROM_IT);
        }
    }

    /** Only an import says where a row came from. */
    private void guardImported(@Nullable ImportedRow row) {
        if (row != null) {
            var importing = switch (decision.actor().type()) {
                case IMPORT, SYSTEM -> true;
                case PERSON, TOKEN, LINK, ADMINISTRATOR -> false;
            };
            when(!importing, Reason.INVALID_VALUE);
            Texts.required(row.source(), 200);
            Texts.required(row.rowKey(), 400);
        }
    }

    private List<Evidence> evidence(StreamId stream) {
        when(command.evidence().size() > MOST_EVIDENCE, Reason.TOO_MUCH_EVIDENCE);
        var evidence = new ArrayList<Evidence>();
        for (var claimed : command.evidence()) {
            evidence.add(evidence(claimed, stream, evidence.size()));
        }
        return evidence;
    }

    private Evidence evidence(ClaimedEvidence claimed, StreamId stream, int index) {
        var link = claimed.type() == Evidence.Type.LINK;
        var reference = Texts.required(claimed.reference(), link ? 2_000 : 200);
        when(link && !isTaken(reference), Reason.LINK_INVALID);
        var hash = claimed.sealedSha256();
        when(link != (hash == null) || (hash != null && !SHA_256.matcher(hash).matches()), Reason.INVALID_VALUE);
        var sealed = decision.seal(reference, List.of(command.by()), stream, Submitted.class, "evidence." + index);
        return new Evidence(
                claimed.id(), claimed.type(), sealed, decision.match(claimed.content()), claimed.sealedSha256());
    }

    // What another program kept as evidence is taken as it stood there, where it is an address at all.
    private boolean isTaken(String address) {
        return switch (decision.actor().type()) {
            case IMPORT, SYSTEM -> WebAddress.isReadable(address);
            case PERSON, TOKEN, LINK, ADMINISTRATOR -> WebAddress.fault(address).isEmpty();
        };
    }
}
