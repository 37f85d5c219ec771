package org.maillage.ledger.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.ledger.vault.Vault.Place;

/** Takes in files of evidence, keeps them sealed beside the journal, and opens them. */
public final class EvidenceFiles {

    /** The most that a file may have, before and after it is drawn anew: 10 MB of 1,048,576 bytes. */
    public static final int MOST_BYTES = 10 * 1_024 * 1_024;

    private static final int LONGEST_NAME = 200;

    private final Vault vault;
    private final EvidenceTable table;

    public EvidenceFiles(Vault vault, DataSource database) {
        this.vault = vault;
        this.table = new EvidenceTable(database);
    }

    /**
     * Takes in a file: pictures are drawn anew without place or other metadata, the rest is kept as it is, all of it
     * sealed. It is durable when this returns. The same file under the same id again is the same evidence.
     *
     * @param declaredName the name that it came with; its folders and control characters are left out, and it is
     *     replaced where nothing remains
     * @param about one or two memberships whose keys are needed to open it
     * @param place where its evidence stands; with the id, what it is bound to
     * @return what a claim says of it
     * @throws Refused FILE_TOO_LARGE above 10 MB; FILE_NOT_READABLE where it is none of the formats, not whole, or a
     *     picture of more than 40 million pixels; ALREADY_EXISTS where another file has this id
     */
    public ClaimedEvidence accept(byte[] bytes, String declaredName, List<MemberId> about, EvidenceId id, Place place) {
        Refused.when(bytes.length > MOST_BYTES, Reason.FILE_TOO_LARGE);
        var format = Format.of(bytes).orElseThrow(() -> new Refused(Reason.FILE_NOT_READABLE));
        var content = sha256(bytes);
        var match = vault.match(content);
        var kept = table.find(id);
        if (kept.isEmpty()) {
            var clean = format.type() == Evidence.Type.PHOTO ? Photo.redrawn(bytes, format) : bytes;
            Refused.when(clean.length > MOST_BYTES, Reason.FILE_TOO_LARGE);
            var ciphertext = vault.sealFile(clean, about, of(id, place));
            table.keepIfAbsent(
                    new EvidenceTable.Row(
                            id, List.copyOf(about), place, format, clean.length, match, sha256(ciphertext)),
                    ciphertext);
            kept = table.find(id);
        }
        var row = kept.orElseThrow();
        Refused.when(!row.match().equals(match), Reason.ALREADY_EXISTS);
        return new ClaimedEvidence(id, format.type(), name(declaredName, format), content, row.sha256());
    }

    /** The file in the clear; empty where there is none, or where a key that it needs was destroyed. */
    public Optional<EvidenceFile> open(EvidenceId id) {
        return table.find(id)
                .flatMap(row -> table.sealed(id)
                        .flatMap(kept -> vault.openFile(kept, of(id, row.place())))
                        .map(bytes -> new EvidenceFile(row.format(), bytes)));
    }

    /** Deletes a file that no claim has named. */
    public void discard(EvidenceId id) {
        table.delete(id);
    }

    /** Deletes every file about a membership, as its erasure asks; returns how many there were. */
    public int purge(MemberId member) {
        return table.deleteAbout(member);
    }

    /** The id is part of the place, so that no row can be put in the place of another. */
    private static Place of(EvidenceId id, Place place) {
        return new Place(place.stream(), place.event(), place.field() + "/" + id);
    }

    private static String name(String declared, Format format) {
        var last = declared.substring(Math.max(declared.lastIndexOf('/'), declared.lastIndexOf('\\')) + 1);
        var shown = last.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shown.isEmpty() ? format.plainName() : cut(shown);
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, Character.isLowSurrogate(name.charAt(LONGEST_NAME)) ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
