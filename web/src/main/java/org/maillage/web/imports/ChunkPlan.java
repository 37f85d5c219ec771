package org.maillage.web.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger.Request;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.SubmittedShare.ImportedRow;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Where;
import org.maillage.web.imports.Asked.Step;
import org.maillage.web.imports.read.Line.Row;
import org.maillage.web.imports.read.SourcePerson;

/** Turns rows into commands: people first, then claims, then their validations. Remembers whom it has asked for. */
final class ChunkPlan {

    private static final int REMEMBERED = 200_000;

    private final ImportJob job;
    private final RowIds ids;
    private final boolean appoints;
    private final String scope;
    private final Set<MemberId> entered = new HashSet<>();
    private final Set<MemberId> appointed = new HashSet<>();

    /** @param appoints whether who validates is appointed first */
    ChunkPlan(ImportJob job, RowIds ids, boolean appoints) {
        this.job = job;
        this.ids = ids;
        this.appoints = appoints;
        this.scope = "import/" + job.network() + "/" + job.source();
    }

    /** What makes a row one: an import's source within its network (rule 12). */
    String scope() {
        return scope;
    }

    static String key(Step step, String rowKey) {
        return step.name().toLowerCase(Locale.ROOT) + ":" + rowKey;
    }

    /** Whether a step of a row was answered by this job, which goes on, rather than by another or for another line. */
    boolean isOwn(Step step, Row row, UUID answeredBy) {
        return answeredBy.equals(
                command(step, row, ids.claim(row.key()).contribution().value()));
    }

    /** The commands of rows, in order, without those that were answered before. */
    List<Asked> plan(List<Row> rows, Map<String, UUID> answered, Instant now) {
        var asked = new ArrayList<Asked>(2 * rows.size());
        if (entered.size() + appointed.size() > REMEMBERED) {
            entered.clear();
            appointed.clear();
        }
        for (var row : rows) {
            var claim = ids.claim(row.key());
            var contributor = enter(row, row.contributor(), asked, now);
            if (!answered.containsKey(key(Step.SUBMIT, row.key()))) {
                asked.add(submit(row, claim, contributor, now));
            }
            if (row.validator() != null && !answered.containsKey(key(Step.VALIDATE, row.key()))) {
                asked.add(validate(row, claim, appoint(row, row.validator(), asked, now), now));
            }
        }
        return asked;
    }

    MemberId member(SourcePerson person) {
        return ids.member(person.identity());
    }

    private MemberId enter(Row row, SourcePerson person, List<Asked> asked, Instant now) {
        var member = member(person);
        if (entered.add(member)) {
            var command = new Enter(member, job.network(), null, MemberEvent.Origin.IMPORTED, person.name(), null);
            asked.add(asked(Step.ENTER, row, member, command, member.value(), now));
        }
        return member;
    }

    private MemberId appoint(Row row, SourcePerson person, List<Asked> asked, Instant now) {
        var member = enter(row, person, asked, now);
        if (appoints && appointed.add(member)) {
            var command = new AppointCoordinator(job.network(), member, null);
            asked.add(asked(Step.APPOINT, row, member, command, member.value(), now));
        }
        return member;
    }

    private Asked submit(Row row, RowIds.Claim claim, MemberId contributor, Instant now) {
        var share = new ClaimedShare(
                claim.share(),
                AccountId.of(contributor),
                row.kind(),
                row.quantity(),
                row.day(),
                null,
                Where.UNKNOWN,
                Payment.UNPAID,
                Capacity.MEMBER,
                null,
                Audience.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                new ImportedRow(job.source(), job.id(), row.key()));
        var command = new Submit(
                claim.contribution(),
                job.network(),
                contributor,
                List.of(share),
                null,
                null,
                evidence(row, claim),
                Set.of(),
                null,
                null);
        return asked(Step.SUBMIT, row, null, command, claim.contribution().value(), now);
    }

    private static List<ClaimedEvidence> evidence(Row row, RowIds.Claim claim) {
        var address = row.evidence();
        return address == null
                ? List.of()
                : List.of(new ClaimedEvidence(claim.evidence(), Evidence.Type.LINK, address, address, null));
    }

    private Asked validate(Row row, RowIds.Claim claim, MemberId validator, Instant now) {
        var command = new Validate(claim.contribution(), job.network(), validator, List.of());
        return asked(Step.VALIDATE, row, null, command, claim.contribution().value(), now);
    }

    /** Members are one over all rows and imports, so their commands are keyed by them. */
    private Asked asked(Step step, Row row, @Nullable MemberId member, LedgerCommand command, UUID about, Instant now) {
        var key = key(step, member == null ? row.key() : member.toString());
        var origin = new Origin(command(step, row, about), scope, key, Actor.batch(job.id()), null, now);
        return new Asked(step, row, member, new Request(command, origin));
    }

    private UUID command(Step step, Row row, UUID about) {
        return RowIds.command(job.id(), row.number(), step.name().hashCode(), about);
    }
}
