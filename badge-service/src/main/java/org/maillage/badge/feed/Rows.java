package org.maillage.badge.feed;

import java.util.UUID;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.DefinitionEvent;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.IssuerEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.event.RecognitionEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** Which rows follow from an event, and whose badges are to be looked at for it. */
final class Rows {

    private final Writer writer;

    Rows(Writer writer) {
        this.writer = writer;
    }

    void apply(Recorded recorded) {
        switch (recorded.event()) {
            case ContributionEvent event -> new ClaimRows(writer).apply(event, recorded);
            case NetworkEvent event -> apply(event, recorded);
            case GovernanceEvent event -> apply(event);
            case MemberEvent event -> apply(event, recorded);
            case BadgeEvent event -> apply(event, recorded);
            case CreditEvent _, PersonEvent _ -> {}
        }
    }

    private void apply(NetworkEvent event, Recorded recorded) {
        switch (event) {
            case NetworkEvent.Created e -> {
                writer.add(Sql.NETWORK, e.network().value(), e.name(), e.zone().getId());
                writer.add(Sql.NEW_NETWORK, e.network().value(), recorded.eventId());
            }
            case NetworkEvent.TerritoryChanged _, NetworkEvent.KindAdded _, NetworkEvent.CoordinatorAppointed _ -> {}
            case NetworkEvent.CoordinatorDismissed _, NetworkEvent.OrganisationRegistered _ -> {}
            case NetworkEvent.ParentDecisionsAllowed _ -> {}
        }
    }

    private void apply(GovernanceEvent event) {
        switch (event) {
            case GovernanceEvent.TariffAdopted e ->
                e.lines()
                        .forEach(line -> writer.add(
                                Sql.KIND, e.network().value(), line.kind().value(), WeightsText.write(line.weights())));
            case GovernanceEvent.CharterPublished _ -> {}
        }
    }

    private void apply(MemberEvent event, Recorded recorded) {
        switch (event) {
            case MemberEvent.Entered e -> member(e, true);
            case MemberEvent.Joined e -> {
                member(e, true);
                due(writer, e.network(), e.member(), recorded);
            }
            case MemberEvent.Left e -> member(e, false);
            case MemberEvent.Invited e -> {
                // Somebody who left takes no part until they join again.
                if (recorded.version() == 0) {
                    member(e, true);
                }
            }
            case MemberEvent.Renamed _, MemberEvent.CharterSigned _, MemberEvent.OrganisationChanged _ -> {}
        }
    }

    private void member(MemberEvent event, boolean takesPart) {
        writer.add(Sql.MEMBER, event.member().value(), event.network().value(), takesPart);
    }

    private void apply(BadgeEvent event, Recorded recorded) {
        switch (event) {
            case DefinitionEvent e -> apply(e, recorded);
            case AwardEvent e -> new AwardRows(writer).apply(e, recorded);
            case RecognitionEvent e -> new AwardRows(writer).apply(e, recorded);
            case IssuerEvent e -> apply(e, recorded);
        }
    }

    private void apply(DefinitionEvent event, Recorded recorded) {
        var definition = event.definition().value();
        switch (event) {
            case DefinitionEvent.Defined e -> {
                writer.add(
                        Sql.DEFINITION,
                        definition,
                        e.network().value(),
                        e.shipped(),
                        recorded.position(),
                        recorded.recordedAt());
                version(definition, 1, e, recorded);
            }
            case DefinitionEvent.Revised e -> version(definition, e.version(), e, recorded);
            case DefinitionEvent.Retired _ -> writer.add(Sql.RETIRE, recorded.recordedAt(), definition);
        }
    }

    private void version(UUID definition, int version, DefinitionEvent event, Recorded recorded) {
        writer.add(
                Sql.DEFINITION_VERSION,
                definition,
                version,
                recorded.recordedAt(),
                EventJson.nameOf(event),
                EventJson.write(event));
        writer.add(
                Sql.DUE_OF_NETWORK,
                recorded.position(),
                recorded.eventId(),
                event.network().value());
    }

    private void apply(IssuerEvent event, Recorded recorded) {
        var network = event.network().value();
        var key = event.key().value();
        switch (event) {
            case IssuerEvent.IssuerKeyAdded e ->
                writer.add(Sql.ISSUER_KEY, network, key, e.algorithm().name(), e.publicKey(), recorded.recordedAt());
            case IssuerEvent.IssuerKeyRetired _ -> writer.add(Sql.RETIRE_KEY, recorded.recordedAt(), network, key);
            case IssuerEvent.IssuerKeyCompromised e -> {
                writer.add(Sql.RETIRE_KEY, recorded.recordedAt(), network, key);
                writer.add(Sql.COMPROMISED_KEY, e.since(), network, key);
                writer.add(Sql.SAID_BY_STOLEN_KEY, key);
                writer.add(Sql.SIGNED_BY_STOLEN_KEY, key);
            }
        }
    }

    /** Puts a member among those whose badges are to be looked at. */
    static void due(Writer writer, NetworkId network, MemberId member, Recorded recorded) {
        writer.add(Sql.DUE_MEMBER, network.value(), member.value(), recorded.position(), recorded.eventId());
    }

    /** The name without version, such as {@code award.revoked}. */
    static String what(LedgerEvent event) {
        return EventJson.unversioned(event.getClass());
    }
}
