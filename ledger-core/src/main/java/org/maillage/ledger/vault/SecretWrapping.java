package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * Wraps secrets of the installation that belong to no membership, such as a network's signing keys, by the master key:
 * version 1 (1 byte), the master key's id (8 bytes), nonce, ciphertext and tag of AES-256-GCM. Each purpose has a key of
 * its own, and each secret is bound to a name, so that no two can be exchanged.
 */
public final class SecretWrapping {

    private static final Pattern PURPOSE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final byte VERSION = 1;
    private static final int ID = 8;

    private final SecretKey key;
    private final byte[] masterKeyId;

    /**
     * Wraps by a key that is derived for one purpose.
     *
     * @param purpose what the secrets are for: lower-case words joined by hyphens
     */
    public SecretWrapping(MasterKey master, String purpose) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("not a purpose: " + purpose);
        }
        this.key = master.derive("secret-" + purpose);
        this.masterKeyId = HexFormat.of().parseHex(master.id());
    }

    /** The secret wrapped, differently each time; it is bound to the name. */
    public byte[] wrap(byte[] secret, String name) {
        var wrapped = ByteBuffer.allocate(1 + ID + AesGcm.sizeOf(secret.length))
                .put(VERSION)
                .put(masterKeyId);
        AesGcm.encrypt(key, secret, name.getBytes(UTF_8), wrapped);
        return wrapped.array();
    }

    /** The secret. @throws IllegalStateException if it was changed, wrapped by another master key or under another name */
    public byte[] unwrap(byte[] wrapped, String name) {
        var bytes = ByteBuffer.wrap(wrapped);
        if (bytes.remaining() < 1 + ID || bytes.get() != VERSION) {
            throw new IllegalStateException("the secret " + name + " is wrapped in a way that is not known here");
        }
        var id = new byte[ID];
        bytes.get(id);
        if (!Arrays.equals(id, masterKeyId)) {
            throw new IllegalStateException("the secret " + name + " was wrapped by another master key");
        }
        return AesGcm.decrypt(key, bytes, name.getBytes(UTF_8))
                .orElseThrow(() -> new IllegalStateException("the kept secret " + name + " was changed"));
    }
}
