package org.maillage.badge.issue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.NetworkId;

/** What is asked of the tables to sign a badge, beside the award itself. */
final class Contents {

    private static final String SAID = """
        select award, max(at) as said
          from (select award, recorded_at as at from badge.award_change
                 where what in ('award.awarded', 'award.awarded-too', 'award.renewed', 'award.endorsed',
                                'award.endorsement-withdrawn')
                union all
                select a.award, greatest(e.recorded_at, e.withdrawn_at) as at
                  from badge.award a join badge.endorsement e on e.subject = a.recognition) told
         where award = any(?) group by award
        """;

    private final Reading reading;

    Contents(Reading reading) {
        this.reading = reading;
    }

    /** When what each of the credentials says was said last. */
    Map<AwardId, Instant> said(Collection<AwardId> awards) {
        var said = new HashMap<AwardId, Instant>();
        reading.list(SAID, row -> said.put(new AwardId(Reading.uuid(row, "award")), Reading.time(row, "said")), (Object)
                awards.stream().map(AwardId::value).toArray(UUID[]::new));
        return said;
    }

    Instant said(Award award) {
        return said(List.of(award.award())).getOrDefault(award.award(), award.awardedAt());
    }

    Optional<Statements.Issuer> network(NetworkId network) {
        return reading.first(
                "select name, zone from badge.network where network = ?",
                row -> new Statements.Issuer(row.getString("name"), ZoneId.of(row.getString("zone"))),
                network.value());
    }

    Statements.Issuer issuer(NetworkId network) {
        return network(network).orElse(new Statements.Issuer("", ZoneOffset.UTC));
    }
}
