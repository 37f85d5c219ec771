package org.maillage.ledger.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.StreamId;

/** The keys with which a network signs its badges: public halves alone. Keys of the past stay, for verification. */
public sealed interface IssuerEvent extends BadgeEvent {

    /** The key. */
    IssuerKeyId key();

    @Override
    default StreamId stream() {
        return StreamId.issuerOf(network());
    }

    /**
     * A key signs from now on.
     *
     * @param by the coordinator; null for the program or an administrator
     * @param algorithm what it signs with
     * @param publicKey the public half, DER of a SubjectPublicKeyInfo in base64url without padding
     */
    @EventName("issuer.key-added.1")
    record IssuerKeyAdded(
            IssuerKeyId key, NetworkId network, @Nullable MemberId by, KeyAlgorithm algorithm, String publicKey)
            implements IssuerEvent {}

    /** What a key signs with. */
    enum KeyAlgorithm {
        /** Data Integrity, {@code eddsa-rdfc-2022} */
        ED25519,
        /** VC-JWT, RS256 */
        RSA
    }

    /** A key signs no more; what it signed stays valid. */
    @EventName("issuer.key-retired.1")
    record IssuerKeyRetired(
            IssuerKeyId key, NetworkId network, @Nullable MemberId by) implements IssuerEvent {}

    /**
     * A key may be in other hands; it signs no more.
     *
     * @param since what it signed from then on proves nothing
     */
    @EventName("issuer.key-compromised.1")
    record IssuerKeyCompromised(
            IssuerKeyId key, NetworkId network, @Nullable MemberId by, Instant since) implements IssuerEvent {}
}
