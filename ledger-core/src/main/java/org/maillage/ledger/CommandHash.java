package org.maillage.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.vault.Vault;

/** Tells whether two commands under one key are the same, without keeping what they say: a keyed hash of the command. */
final class CommandHash {

    private final Vault vault;

    CommandHash(Vault vault) {
        this.vault = vault;
    }

    /** 64 hex digits: the same in every process of the installation. */
    String of(LedgerCommand command) {
        var said = new ByteArrayOutputStream(1_024);
        said.writeBytes(command.getClass().getName().getBytes(StandardCharsets.UTF_8));
        said.writeBytes(EventJson.canonical((Record) command));
        return HexFormat.of().formatHex(vault.hmac(said.toByteArray()));
    }
}
