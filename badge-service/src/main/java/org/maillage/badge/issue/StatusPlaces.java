package org.maillage.badge.issue;

import java.nio.charset.StandardCharsets;
import org.maillage.badge.award.StatusPlace;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;

/** Where the status of each award stands, under a key of its network that the installation's master key gives. */
public final class StatusPlaces {

    private final Vault vault;

    public StatusPlaces(Vault vault) {
        this.vault = vault;
    }

    /**
     * The place of an award.
     *
     * @param number the how manieth award of the network it is, from 0
     */
    public StatusPlace of(NetworkId network, long number) {
        var name = "status-list:" + network;
        return StatusPlace.of(vault.hmac(name.getBytes(StandardCharsets.UTF_8)), number);
    }
}
