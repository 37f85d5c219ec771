package org.maillage.ledger.vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/**
 * Seals personal text with AES-256-GCM under one key per membership, itself wrapped by a master key from outside the
 * database. The ciphertext is bound to stream, event name and field, so that it opens nowhere else.
 */
public interface Vault {

    /**
     * Seals a text about one or two memberships; both keys are needed to open it. Makes a membership's key, durably,
     * where it has none yet.
     *
     * @param about whom the text is about: one or two, in any order
     */
    SealedText seal(String text, List<MemberId> about, Place place);

    /** Opens a text; empty where a key has been destroyed or the envelope was not made for this place. */
    Optional<String> open(SealedText sealed, Place place);

    /** Seals the bytes of a file in the same way. */
    byte[] sealFile(byte[] bytes, List<MemberId> about, Place place);

    /** Opens the bytes of a file; empty as for a text. */
    Optional<byte[]> openFile(byte[] sealed, Place place);

    /**
     * Loads or makes the keys of many memberships at once, durably, so that sealing about them asks the database no more.
     * Optional: sealing does it where it is missing.
     */
    void prepare(Collection<MemberId> members);

    /**
     * Loads the keys of many texts at once, and makes none, so that opening them asks the database no more. Optional:
     * opening does it, text by text, where it is missing.
     */
    void load(Collection<SealedText> texts);

    /**
     * Destroys the key of a membership for good: whatever was sealed about it opens no more, here at once, in other
     * processes after five minutes at most. Sealing about it throws {@link KeyDestroyed}.
     */
    void destroy(MemberId member);

    /** Keyed hash of a text under a secret of this installation, hex: equal texts are recognised, none can be guessed. */
    String match(String text);

    /** HMAC-SHA-256 of bytes under a secret of this installation, 32 bytes. */
    byte[] hmac(byte[] bytes);

    /**
     * Where a sealed text stands.
     *
     * @param event name of the event without its version, such as {@code contribution.submitted}: a new version of an
     *     event does not close what an old one sealed
     * @param field name of the field, with an index where there are several, such as {@code evidence.2}
     */
    record Place(StreamId stream, String event, String field) {}
}
