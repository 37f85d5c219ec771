package org.maillage.badge.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.RecognitionEvent;
import org.maillage.ledger.event.RecognitionEvent.PracticeDescribed;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.vault.Vault;

/** Practices that members describe of themselves, now or as of a day; the words are the newest in either case. */
public final class Practices {

    private static final String COLUMNS =
            "select recorded_at, name, payload from badge.recognition where network = ? and recorded_at < ? ";

    private static final String ONE = COLUMNS + "and recognition = ?";

    private static final String OF_MEMBER = COLUMNS + "and member = ? order by position";

    private static final String OF_DEFINITION = COLUMNS + "and definition = ? order by position";

    private final Reading reading;
    private final Networks networks;
    private final EventTexts texts;
    private final Appraised appraised;

    public Practices(Reading reading, Networks networks, Vault vault) {
        this.reading = reading;
        this.networks = networks;
        this.texts = new EventTexts(vault);
        this.appraised = new Appraised(reading, vault);
    }

    /** One practice as of a day; empty where it was not described by then, or in another network. */
    public Optional<Practice> find(NetworkId network, RecognitionId recognition, LocalDate asOf) {
        return told(ONE, network, recognition.value(), asOf).stream().findFirst();
    }

    /** The practices of a member as of a day, in the order in which they were described. */
    public List<Practice> of(NetworkId network, MemberId member, LocalDate asOf) {
        return told(OF_MEMBER, network, member.value(), asOf);
    }

    /** The practices that may become a badge as of a day, in the order in which they were described. */
    public List<Practice> of(NetworkId network, BadgeDefinitionId definition, LocalDate asOf) {
        return told(OF_DEFINITION, network, definition.value(), asOf);
    }

    private record Row(Instant at, RecognitionEvent event) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Reading.time(row, "recorded_at"), (RecognitionEvent)
                EventJson.read(row.getString("name"), row.getBytes("payload")));
    }

    private List<Practice> told(String sql, NetworkId network, UUID which, LocalDate asOf) {
        var moment = networks.asOf(network, asOf);
        var rows = reading.list(sql, Practices::row, network.value(), moment.until(), which);
        var endorsed =
                appraised.of(rows.stream().map(row -> row.event().recognition()).toList(), moment);
        var told = new ArrayList<Practice>();
        for (var row : rows) {
            if (row.event() instanceof PracticeDescribed described) {
                told.add(new Practice(
                        described.recognition(),
                        network,
                        described.definition(),
                        described.member(),
                        texts.open(described.practice(), described, "practice"),
                        described.practice().print(),
                        row.at(),
                        endorsed.getOrDefault(described.recognition(), List.of())));
            }
        }
        return told;
    }
}
