package org.maillage.web.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of evidence that were sent before the claim that names them. Their bytes are in the vault. */
@Component
final class EvidenceUploads {

    private static final String EVENT = "contribution.submitted";

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

    /** A file that was sent. */
    record Upload(
            NetworkId network,
            MemberId member,
            Evidence.Type type,
            SealedText name,
            SealedText content,
            String sealedSha256) {}

    /** Takes a file in; the same file under the same id again is the same. */
    ClaimedEvidence accept(EvidenceId id, NetworkId network, MemberId member, String name, byte[] bytes) {
        find(id).ifPresent(kept -> Refused.when(!kept.member().equals(member), Reason.ALREADY_EXISTS));
        var about = List.of(member);
        var accepted = files.accept(bytes, name, about, id, place(id, "file"));
        jdbc.sql("""
            insert into web.evidence_upload (id, network, member, type, name_sealed, content_sealed,
                sealed_sha256, uploaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
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
                        Timestamp.from(clock.instant()))
                .update();
        return accepted;
    }

    Optional<Upload> find(EvidenceId id) {
        return jdbc.sql("select * from web.evidence_upload where id = ?")
                .param(id.value())
                .query((row, _) -> upload(row))
                .optional();
    }

    /** A file of one's own as evidence of a claim; unknown where it is somebody else's, or another claim's. */
    ClaimedEvidence claim(EvidenceId id, NetworkId network, MemberId member, ContributionId claim) {
        var upload = find(id).filter(
                        sent -> sent.network().equals(network) && sent.member().equals(member))
                .filter(_ -> claimOf(network, id)
                        .filter(other -> !other.equals(claim))
                        .isEmpty())
                .orElseThrow(EvidenceUploads::unknown);
        var name = vault.open(upload.name(), place(id, "name")).orElseThrow(EvidenceUploads::unknown);
        var content = vault.open(upload.content(), place(id, "content")).orElseThrow(EvidenceUploads::unknown);
        return new ClaimedEvidence(id, upload.type(), name, content, upload.sealedSha256());
    }

    /** The claim that names a file; empty before one does. */
    Optional<ContributionId> claimOf(NetworkId network, EvidenceId id) {
        return views.contributions().ofEvidence(network, id);
    }

    /** The file in the clear; empty where it can no longer be opened. */
    Optional<EvidenceFile> open(EvidenceId id) {
        return files.open(id);
    }

    private static ApiProblem unknown() {
        return new ApiProblem(Fault.UNKNOWN_EVIDENCE, List.of(FieldFault.body("/files", "unknown")), Map.of());
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
