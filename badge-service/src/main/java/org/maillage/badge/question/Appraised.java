package org.maillage.badge.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.RecognitionEvent.PracticeEndorsed;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.vault.Vault;

/** Who endorses practices at a time: asked of the practices, and of the badges that they earned. */
final class Appraised {

    private static final String ENDORSEMENTS = """
        select recorded_at, name, payload from badge.endorsement
         where subject = any(?) and recorded_at < ? and (withdrawn_at is null or withdrawn_at >= ?) order by position
        """;

    private final Reading reading;
    private final EventTexts texts;

    Appraised(Reading reading, Vault vault) {
        this.reading = reading;
        this.texts = new EventTexts(vault);
    }

    /** The endorsements of practices that stand, the earliest first; practices that have none are left out. */
    Map<RecognitionId, List<Endorsement>> of(Collection<RecognitionId> practices, Moment moment) {
        var by = new HashMap<RecognitionId, List<Endorsement>>();
        if (practices.isEmpty()) {
            return by;
        }
        var ids = practices.stream().map(RecognitionId::value).toArray(UUID[]::new);
        reading.list(
                ENDORSEMENTS,
                row -> EventJson.read(row.getString("name"), row.getBytes("payload")) instanceof PracticeEndorsed event
                        ? by.computeIfAbsent(event.recognition(), _ -> new ArrayList<>())
                                .add(endorsement(event, Reading.time(row, "recorded_at")))
                        : Boolean.FALSE,
                ids,
                moment.until(),
                moment.until());
        return by;
    }

    private Endorsement endorsement(PracticeEndorsed event, Instant at) {
        return new Endorsement(
                event.by(), event.organisation(), texts.open(event.words(), event, "words"), at, event.recognition());
    }
}
