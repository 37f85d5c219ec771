package org.maillage.web.administration;

import java.util.List;
import java.util.regex.Pattern;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.StreamId;

/** Which streams somebody means: one by its whole name, or all that a UUID may stand in. */
final class Streams {

    private static final Pattern WHOLE = Pattern.compile("[a-z][a-z-]{0,40}/[0-9a-fA-F-]{36}");

    private Streams() {}

    /**
     * The streams named; none where nothing is typed.
     *
     * @throws IllegalArgumentException where it is neither a stream nor a UUID
     */
    static List<String> named(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (WHOLE.matcher(text).matches()) {
            return List.of(text.toLowerCase(java.util.Locale.ROOT));
        }
        var id = Id.parse(text);
        var network = new NetworkId(id);
        var member = new MemberId(id);
        return List.of(
                        StreamId.of(new ContributionId(id)),
                        StreamId.of(member),
                        StreamId.membershipOf(member),
                        StreamId.of(AccountId.of(member)),
                        StreamId.of(new PersonId(id)),
                        StreamId.of(network),
                        StreamId.tariffOf(network),
                        StreamId.charterOf(network),
                        StreamId.of(AccountId.fundOf(network)),
                        StreamId.fundReceiptsOf(network),
                        StreamId.issuerOf(network),
                        StreamId.of(new BadgeDefinitionId(id)),
                        StreamId.of(new AwardId(id)),
                        StreamId.of(new RecognitionId(id)),
                        StreamId.of(AccountId.of(new OrganisationId(id))))
                .stream()
                .map(StreamId::value)
                .toList();
    }
}
