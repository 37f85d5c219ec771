package org.maillage.ledger.vault;

/** What a key store keeps of a membership. */
public sealed interface StoredKey {

    /** Its key, encrypted under a master key. */
    final class Wrapped implements StoredKey {

        private final byte[] bytes;
        private final String masterKeyId;

        /**
         * @param bytes version, nonce, ciphertext and tag
         * @param masterKeyId names the master key that opens it
         */
        public Wrapped(byte[] bytes, String masterKeyId) {
            this.bytes = bytes.clone();
            this.masterKeyId = masterKeyId;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public String masterKeyId() {
            return masterKeyId;
        }
    }

    /** Its key was destroyed: nothing about it opens any more, and nothing is sealed. */
    record Destroyed() implements StoredKey {}
}
