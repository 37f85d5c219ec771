package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault.Place;

/**
 * What is stored of a sealed text or file, version 1:
 *
 * <pre>
 * version      1 byte, 1
 * keys         1 byte, 1 or 2
 * key ids      16 bytes each: the memberships' UUIDs, ascending as unsigned bytes
 * nonce        12 bytes, random
 * ciphertext   as long as the clear bytes
 * tag          16 bytes
 * </pre>
 *
 * Bound to it as additional data, each preceded by its length in bytes (4 bytes, big-endian) in UTF-8: stream, event
 * name without version, field.
 */
final class Envelope {

    private static final byte VERSION = 1;
    private static final int MOST_KEYS = 2;
    private static final int ID = 16;

    private final byte[] bytes;
    private final List<MemberId> members;

    private Envelope(byte[] bytes, List<MemberId> members) {
        this.bytes = bytes;
        this.members = members;
    }

    /** The memberships in the order of the key ids, each once. @throws IllegalArgumentException for none or over two */
    static List<MemberId> ordered(Collection<MemberId> about) {
        var members = about.stream()
                .distinct()
                .sorted((a, b) -> Arrays.compareUnsigned(idBytes(a), idBytes(b)))
                .toList();
        if (members.isEmpty() || members.size() > MOST_KEYS) {
            throw new IllegalArgumentException("a text is about one or two memberships, not " + members.size());
        }
        return members;
    }

    /** The envelope of these bytes; the key is the one that belongs to the members. */
    static byte[] seal(byte[] clear, List<MemberId> members, SecretKey key, Place place) {
        var envelope = ByteBuffer.allocate(2 + members.size() * ID + AesGcm.sizeOf(clear.length));
        envelope.put(VERSION).put((byte) members.size());
        members.forEach(member -> envelope.put(idBytes(member)));
        AesGcm.encrypt(key, clear, bound(place), envelope);
        return envelope.array();
    }

    /** Reads the head of an envelope; empty where it is none. */
    static Optional<Envelope> read(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != VERSION || bytes[1] < 1 || bytes[1] > MOST_KEYS) {
            return Optional.empty();
        }
        int keys = bytes[1];
        if (bytes.length < 2 + keys * ID + AesGcm.sizeOf(0)) {
            return Optional.empty();
        }
        var head = ByteBuffer.wrap(bytes, 2, keys * ID);
        var members = new ArrayList<MemberId>();
        while (head.hasRemaining()) {
            members.add(new MemberId(new UUID(head.getLong(), head.getLong())));
        }
        return Optional.of(new Envelope(bytes, List.copyOf(members)));
    }

    /** Whose keys open it, in order. */
    List<MemberId> members() {
        return members;
    }

    /** The clear bytes; empty where the key or the place is another, or a byte was changed. */
    Optional<byte[]> open(SecretKey key, Place place) {
        int head = 2 + members.size() * ID;
        return AesGcm.decrypt(key, ByteBuffer.wrap(bytes, head, bytes.length - head), bound(place));
    }

    static byte[] idBytes(MemberId member) {
        var id = member.value();
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] bound(Place place) {
        var bound = new ByteArrayOutputStream();
        for (var part : List.of(place.stream().value(), place.event(), place.field())) {
            var bytes = part.getBytes(UTF_8);
            bound.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            bound.writeBytes(bytes);
        }
        return bound.toByteArray();
    }
}
