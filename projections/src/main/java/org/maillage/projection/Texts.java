package org.maillage.projection;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;

/** Opens the texts that rows keep sealed, when somebody reads them: whose key is destroyed is unread at once. */
public final class Texts {

    private final Vault vault;

    Texts(Vault vault) {
        this.vault = vault;
    }

    /** Makes ready to open many texts, with one question to the database instead of one for each person. */
    public void load(Stream<String> envelopes) {
        vault.load(envelopes.map(SealedText::new).toList());
    }

    /** A text as it was sealed in a field of an event; null for none, empty where it can no longer be opened. */
    public @Nullable String open(
            @Nullable String envelope, StreamId stream, Class<? extends LedgerEvent> event, String field) {
        if (envelope == null) {
            return null;
        }
        return vault.open(new SealedText(envelope), new Vault.Place(stream, EventJson.unversioned(event), field))
                .orElse("");
    }
}
