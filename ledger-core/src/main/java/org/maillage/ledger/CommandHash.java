package org.maillage.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.maillage.ledger.vault.Vault;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether two commands under one key are the same, without keeping what they say: a keyed hash of the command. */
final class CommandHash {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Vault vault;

    CommandHash(Vault vault) {
        this.vault = vault;
    }

    /** 64 hex digits. */
    String of(LedgerCommand command) {
        var name = command.getClass().getName();
        var bytes = (name + JSON.writeValueAsString(command)).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(vault.hmac(bytes));
    }
}
