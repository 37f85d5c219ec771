package org.maillage.ledger.evidence;

/** A file of evidence, opened. Its bytes are in the clear: they are shown, and never kept. */
public final class EvidenceFile {

    private final Format format;
    private final byte[] bytes;

    EvidenceFile(Format format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    public Format format() {
        return format;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
