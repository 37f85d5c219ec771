package org.maillage.web.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.evidence.EvidenceFile;
import org.maillage.ledger.evidence.EvidenceFiles;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of evidence that were sent before the claim that names them. Their bytes are in the vault. */
@Component
public final class EvidenceUploads {

    private static final String EVENT = "contribution.submitted";

    /** Bytes that a member may have sent within a day without claiming. */
    private static final long MOST_UNCLAIMED = 60L * 1_024 * 1_024;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final EvidenceFiles files;
    private final Projections views;
    private final Clock clock;

    EvidenceUploads(JdbcClient jdbc, Vault vault, EvidenceFiles files, Projections views, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.files = files;
        this.views = views;
        this.clock = clock;
    }

    /** A file that was sent; its name and the identity of its content are sealed. */
    public record Upload(
            NetworkId network,
            MemberId member,
            Evidence.Type type,
            SealedText name,
            SealedText content,
            String sealedSha256) {}

    /** Takes a file in; the same file under the same id again is the same. */
    public ClaimedEvidence accept(EvidenceId id, NetworkId network, MemberId member, String name, byte[] bytes) {
        find(id).ifPresent(kept -> Refused.when(!kept.member().equals(member), Reason.ALREADY_EXISTS));
        var about = List.of(member);
        var accepted = files.accept(bytes, name, about, id, place(id, "file"));
        jdbc.sql("""
            insert into web.evidence_upload (id, network, member, type, name_sealed, content_sealed,
                sealed_sha256, bytes, uploaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """)
                .params(
                        id.value(),
                        network.value(),
                        member.value(),
                        accepted.type().name(),
                        vault.seal(accepted.reference(), about, place(id, "name"))
                                .envelope(),
                        vault.seal(accepted.content(), about, place(id, "content"))
                                .envelope(),
                        Objects.requireNonNull(accepted.sealedSha256(), "a file has sealed bytes"),
                        bytes.length,
                        Timestamp.from(clock.instant()))
                .update();
        return accepted;
    }

    /** Whether a member may send so many bytes more before they claim. */
    public boolean hasRoom(MemberId member, long bytes) {
        return unclaimed(member) + bytes <= MOST_UNCLAIMED;
    }

    /** Bytes that a member sent within a day and that no claim has named. */
    public long unclaimed(MemberId member) {
        return jdbc.sql("""
            select coalesce(sum(bytes), 0) from web.evidence_upload
            where member = ? and contribution is null and uploaded_at > ?
            """)
                .params(member.value(), Timestamp.from(clock.instant().minus(UnclaimedFiles.WAIT)))
                .query(Long.class)
                .single();
    }

    /** What was sent under an id. */
    public Optional<Upload> find(EvidenceId id) {
        return jdbc.sql("select * from web.evidence_upload where id = ?")
                .param(id.value())
                .query((row, _) -> upload(row))
                .optional();
    }

    /** A file of one's own as evidence of a claim; empty where it is somebody else's, another claim's, or gone. */
    public Optional<ClaimedEvidence> claim(EvidenceId id, NetworkId network, MemberId member, ContributionId claim) {
        return find(id).filter(
                        sent -> sent.network().equals(network) && sent.member().equals(member))
                .filter(_ -> claimOf(network, id)
                        .filter(other -> !other.equals(claim))
                        .isEmpty())
                .flatMap(upload -> vault.open(upload.name(), place(id, "name"))
                        .flatMap(name -> vault.open(upload.content(), place(id, "content"))
                                .map(content ->
                                        new ClaimedEvidence(id, upload.type(), name, content, upload.sealedSha256()))));
    }

    /** Notes that a claim names these files: they are its own from now on. */
    public void belong(List<EvidenceId> ids, ContributionId claim) {
        for (var id : ids) {
            jdbc.sql("update web.evidence_upload set contribution = ? where id = ?")
                    .params(claim.value(), id.value())
                    .update();
        }
    }

    /** Deletes a file of one's own that no claim names; nothing where one does, or where it is not theirs. */
    public void discard(EvidenceId id, MemberId member) {
        find(id).filter(sent -> sent.member().equals(member)).ifPresent(sent -> discard(id, sent.network()));
    }

    /** Deletes the files sent before a time that no claim has named since; returns how many there were. */
    public int purge(Instant sentBefore) {
        var old = jdbc.sql("""
            select id, network from web.evidence_upload
            where contribution is null and uploaded_at < ? order by uploaded_at limit 1000
            """)
                .param(Timestamp.from(sentBefore))
                .query((row, _) -> new Unclaimed(
                        new EvidenceId(row.getObject("id", UUID.class)),
                        new NetworkId(row.getObject("network", UUID.class))))
                .list();
        return (int)
                old.stream().filter(file -> discard(file.id(), file.network())).count();
    }

    private record Unclaimed(EvidenceId id, NetworkId network) {}

    // What says that a claim names a file is the claim; the row is only told afterwards.
    private boolean discard(EvidenceId id, NetworkId network) {
        var claim = claimOf(network, id);
        claim.ifPresent(named -> belong(List.of(id), named));
        if (claim.isPresent()) {
            return false;
        }
        files.discard(id);
        return jdbc.sql("delete from web.evidence_upload where id = ?")
                        .param(id.value())
                        .update()
                == 1;
    }

    /** The name that a file came with; empty where it can no longer be opened. */
    public Optional<String> name(EvidenceId id) {
        return find(id).flatMap(sent -> vault.open(sent.name(), place(id, "name")));
    }

    /** The claim that names a file; empty before one does. */
    public Optional<ContributionId> claimOf(NetworkId network, EvidenceId id) {
        return views.contributions().ofEvidence(network, id);
    }

    /** The file in the clear; empty where it can no longer be opened. */
    public Optional<EvidenceFile> open(EvidenceId id) {
        return files.open(id);
    }

    private static Vault.Place place(EvidenceId id, String field) {
        return new Vault.Place(new StreamId("evidence/" + id), EVENT, field);
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new NetworkId(row.getObject("network", UUID.class)),
                new MemberId(row.getObject("member", UUID.class)),
                Evidence.Type.valueOf(row.getString("type")),
                new SealedText(row.getString("name_sealed")),
                new SealedText(row.getString("content_sealed")),
                row.getString("sealed_sha256"));
    }
}
