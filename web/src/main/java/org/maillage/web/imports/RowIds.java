package org.maillage.web.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.vault.Vault;

/**
 * The ids of what an import brings, derived from the network, the source and the row's key: an import that goes on or is
 * repeated names the same things. A key of the installation goes into them, so that nobody finds who is behind one by
 * trying.
 */
final class RowIds {

    private static final int REMEMBERED = 100_000;

    private final Vault vault;
    private final String network;
    private final String source;
    private final Map<String, MemberId> members = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MemberId> eldest) {
            return size() > REMEMBERED;
        }
    };

    RowIds(Vault vault, NetworkId network, String source) {
        this.vault = vault;
        this.network = network.toString();
        this.source = source;
    }

    /** A row's claim with its one share and its evidence. */
    record Claim(ContributionId contribution, ShareId share, EvidenceId evidence) {}

    Claim claim(String rowKey) {
        var hash = hash("claim\0" + network + "\0" + source + "\0" + rowKey);
        var share = uuid(hash.getLong(), hash.getLong());
        return new Claim(
                new ContributionId(uuid(hash.getLong(), hash.getLong())), new ShareId(share), new EvidenceId(share));
    }

    /** The same member for the same person, whatever source of the network names them. */
    MemberId member(String identity) {
        return members.computeIfAbsent(identity, name -> {
            var hash = hash("member\0" + network + "\0" + name);
            return new MemberId(uuid(hash.getLong(), hash.getLong()));
        });
    }

    /** The id of a command of one job: the same when the job goes on, another for another line or job. */
    static UUID command(ImportId job, long line, int step, UUID about) {
        long high = about.getMostSignificantBits() ^ Long.rotateLeft(job.value().getMostSignificantBits(), 17);
        long low = about.getLeastSignificantBits() ^ job.value().getLeastSignificantBits();
        return uuid(high + 31 * line, low + step);
    }

    private ByteBuffer hash(String text) {
        return ByteBuffer.wrap(vault.hmac(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A UUID version 8 (RFC 9562): its bits are ours. */
    static UUID uuid(long high, long low) {
        return new UUID((high & ~0xf000L) | 0x8000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }
}
