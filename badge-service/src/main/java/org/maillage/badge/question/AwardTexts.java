package org.maillage.badge.question;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.AwardEvent.AwardedToo;
import org.maillage.ledger.event.AwardEvent.Endorsed;
import org.maillage.ledger.event.AwardEvent.Revoked;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.vault.Vault;

/** Opens what is said about people's badges; null where a key has been destroyed. */
final class AwardTexts {

    private final Vault vault;

    AwardTexts(Vault vault) {
        this.vault = vault;
    }

    @Nullable
    String narrative(Awarded event) {
        return open(event.narrative(), event, "narrative");
    }

    @Nullable
    String evidence(Awarded event) {
        return open(event.evidence(), event, "evidence");
    }

    @Nullable
    String narrative(AwardedToo event) {
        return open(event.narrative(), event, "narrative");
    }

    @Nullable
    String evidence(AwardedToo event) {
        return open(event.evidence(), event, "evidence");
    }

    @Nullable
    String published(Revoked event) {
        return open(event.published(), event, "published");
    }

    @Nullable
    String words(Endorsed event) {
        return open(event.words(), event, "words");
    }

    private @Nullable String open(@Nullable SealedText text, AwardEvent event, String field) {
        if (text == null) {
            return null;
        }
        var place = new Vault.Place(event.stream(), EventJson.unversioned(event.getClass()), field);
        return vault.open(text, place).orElse(null);
    }
}
