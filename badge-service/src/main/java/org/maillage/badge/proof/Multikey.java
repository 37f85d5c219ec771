package org.maillage.badge.proof;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An Ed25519 public key as text: multibase base58 of the multicodec prefix ed25519-pub (0xed01) and 32 bytes
 * (Controlled Identifiers 1.0, section 2.2.2). Such a text begins with {@code z6Mk}.
 */
public final class Multikey {

    private static final byte[] PREFIX = {(byte) 0xed, 0x01};
    private static final int LENGTH = 32;

    private Multikey() {}

    /** The key as text. */
    public static String of(VerifyingKey.Ed25519 key) {
        return 'z'
                + Base58.encode(ByteBuffer.allocate(PREFIX.length + LENGTH)
                        .put(PREFIX)
                        .put(key.bytes())
                        .array());
    }

    /** Empty for what is no Ed25519 key. */
    public static Optional<VerifyingKey> parse(String text) {
        if (!text.startsWith("z")) {
            return Optional.empty();
        }
        return Base58.decode(text.substring(1)).flatMap(Multikey::key);
    }

    private static Optional<VerifyingKey> key(byte[] bytes) {
        if (bytes.length != PREFIX.length + LENGTH || bytes[0] != PREFIX[0] || bytes[1] != PREFIX[1]) {
            return Optional.empty();
        }
        var key = new byte[LENGTH];
        System.arraycopy(bytes, PREFIX.length, key, 0, LENGTH);
        return Optional.of(new VerifyingKey.Ed25519(key));
    }

    /** A signature as multibase base58. */
    static String signature(byte[] bytes) {
        return 'z' + Base58.encode(bytes);
    }

    /** The bytes of a multibase base58 text; empty for anything else. */
    static Optional<byte[]> signature(String text) {
        return text.startsWith("z") ? Base58.decode(text.substring(1)) : Optional.empty();
    }
}
