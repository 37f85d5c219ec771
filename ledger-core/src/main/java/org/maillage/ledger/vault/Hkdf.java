package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF-SHA-256 (RFC 5869), extract and expand, without salt. */
final class Hkdf {

    private Hkdf() {}

    /** A key of 32 bytes from the secrets, in this order, for the purpose that {@code info} names. */
    static SecretKey derive(String info, SecretKey... secrets) {
        var parameters = HKDFParameterSpec.ofExtract();
        for (var secret : secrets) {
            parameters.addIKM(secret);
        }
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey("AES", parameters.thenExpand(info.getBytes(UTF_8), MasterKey.LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", e);
        }
    }
}
