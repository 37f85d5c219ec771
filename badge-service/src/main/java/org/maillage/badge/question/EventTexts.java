package org.maillage.badge.question;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.vault.Vault;

/** Opens what events say in sealed fields. */
record EventTexts(Vault vault) {

    /**
     * A text in words; null for none, and where a key has been destroyed.
     *
     * @param field that the event has it in
     */
    @Nullable
    String open(@Nullable SealedText text, LedgerEvent event, String field) {
        if (text == null) {
            return null;
        }
        var place = new Vault.Place(event.stream(), EventJson.unversioned(event.getClass()), field);
        return vault.open(text, place).orElse(null);
    }
}
