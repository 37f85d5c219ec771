package org.maillage.ledger.badge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.IssuerEvent.KeyAlgorithm;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** What can be asked about the keys with which a network signs; by a coordinator, or by null from the installation. */
public sealed interface IssuerCommand extends BadgeCommand {

    IssuerKeyId key();

    @Nullable
    MemberId by();

    /**
     * Lets a key sign from now on.
     *
     * @param publicKey DER of a SubjectPublicKeyInfo in base64url without padding, 40 to 2,000 characters
     */
    record AddIssuerKey(
            IssuerKeyId key, NetworkId network, @Nullable MemberId by, KeyAlgorithm algorithm, String publicKey)
            implements IssuerCommand {}

    /** Lets a key sign no more. */
    record RetireIssuerKey(
            IssuerKeyId key, NetworkId network, @Nullable MemberId by) implements IssuerCommand {}

    /** Says that a key is in other hands; {@code since} is now or earlier, and of this century. */
    record ReportKeyCompromised(
            IssuerKeyId key, NetworkId network, @Nullable MemberId by, Instant since) implements IssuerCommand {}
}
