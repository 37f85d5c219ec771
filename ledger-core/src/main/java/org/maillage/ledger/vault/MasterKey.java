package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of an installation, 32 random bytes from outside the database. Everything that the vault uses is derived
 * from it by HKDF-SHA-256 (RFC 5869), each under a name of its own. Who loses it loses every sealed text.
 */
public final class MasterKey {

    /** The environment variable that holds it as base64. */
    public static final String VARIABLE = "MAILLAGE_MASTER_KEY";

    static final int LENGTH = 32;

    private final SecretKey secret;
    private final String id;

    private MasterKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a master key has 32 bytes, this one " + bytes.length);
        }
        this.secret = new SecretKeySpec(bytes, "Generic");
        this.id = HexFormat.of().formatHex(Arrays.copyOf(derive("id").getEncoded(), 8));
    }

    /** The key of the environment where it names one, else the file's, which is made if it is missing. */
    public static MasterKey of(Map<String, String> environment, Path file) {
        var given = environment.get(VARIABLE);
        return given == null || given.isBlank() ? fromFileOrCreate(file) : fromBase64(given);
    }

    /** Reads 32 bytes as base64. @throws IllegalArgumentException if it is anything else; it does not repeat the text */
    public static MasterKey fromBase64(String base64) {
        try {
            return new MasterKey(Base64.getDecoder().decode(base64.strip().getBytes(US_ASCII)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a master key is the base64 text of 32 bytes", Objects.requireNonNull(e));
        }
    }

    /**
     * Reads the key of a file, or makes one, durably and readable by its owner alone. Of two processes that start at
     * once both get the same key.
     *
     * @throws IllegalStateException if the file holds no key, or if others may read it
     */
    public static MasterKey fromFileOrCreate(Path file) {
        return fromBase64(new KeyFile(file).readOrMake());
    }

    /** Names the key without telling it: 16 hex digits. Wrapped keys carry it. */
    String id() {
        return id;
    }

    /** A key for one purpose, of 32 bytes. */
    SecretKey derive(String purpose) {
        return Hkdf.derive("maillage/vault/" + purpose + "/1", secret);
    }

    @Override
    public String toString() {
        return "master key " + id;
    }
}
