package org.maillage.projection.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.Table;
import org.maillage.projection.fold.View;

/** Members, who of them decides, and whose memberships they are. */
public final class MemberView implements View {

    static final Table<MemberRow> MEMBER = Table.of(MemberRow.class, "member", "network member since");
    static final Table<MembershipRow> MEMBERSHIP = Table.of(MembershipRow.class, "member", "member");
    static final Table<PersonRow> PERSON = Table.of(PersonRow.class, "person", "person");

    @Override
    public List<Table<?>> tables() {
        return List.of(MEMBER, MEMBERSHIP, PERSON);
    }

    @Override
    public void need(Recorded recorded, Batch batch) {
        var network = Batch.partition(recorded.event());
        switch (recorded.event()) {
            case MemberEvent event ->
                batch.rows(MEMBER).need(network, event.member().value());
            case NetworkEvent.CoordinatorAppointed event ->
                batch.rows(MEMBER).need(network, event.member().value());
            case NetworkEvent.CoordinatorDismissed event ->
                batch.rows(MEMBER).need(network, event.member().value());
            case PersonEvent.MembershipLinked event ->
                batch.rows(MEMBERSHIP).need(network, event.member().value());
            case PersonEvent event ->
                batch.rows(PERSON).need(network, event.person().value());
            case ContributionEvent _, CreditEvent _, NetworkEvent _, GovernanceEvent _, BadgeEvent _ -> {}
        }
    }

    @Override
    public void apply(Recorded recorded, Batch batch) {
        switch (recorded.event()) {
            case MemberEvent event -> apply(event, batch);
            case NetworkEvent event -> apply(event, batch);
            case PersonEvent event -> apply(event, batch);
            case ContributionEvent _, CreditEvent _, GovernanceEvent _, BadgeEvent _ -> {}
        }
    }

    private static void apply(MemberEvent event, Batch batch) {
        var at = batch.position();
        switch (event) {
            // Who left and is invited back has left until they join again.
            case MemberEvent.Invited invited
            when batch.rows(MEMBER).find(invited.member().value()) != null -> {}
            case MemberEvent.Invited invited ->
                enter(invited, name(invited, invited.name(), batch), Member.Status.INVITED, null, batch);
            case MemberEvent.Entered entered ->
                enter(entered, name(entered, entered.name(), batch), Member.Status.ENTERED, entered.origin(), batch);
            // Who founds a network was neither invited nor entered; their name follows in the same append.
            case MemberEvent.Joined joined
            when joined.via() == MemberEvent.Via.FOUNDING -> enter(joined, "", Member.Status.JOINED, null, batch);
            case MemberEvent.Joined joined -> put(row(joined.member(), batch).in(Member.Status.JOINED, at), batch);
            case MemberEvent.Renamed renamed ->
                put(row(renamed.member(), batch).named(name(renamed, renamed.name(), batch), at), batch);
            case MemberEvent.CharterSigned signed ->
                put(row(signed.member(), batch).signed(signed.version(), at), batch);
            case MemberEvent.OrganisationChanged changed -> {
                var organisation = changed.organisation();
                put(row(changed.member(), batch).of(organisation == null ? null : organisation.value(), at), batch);
            }
            case MemberEvent.Left left -> put(row(left.member(), batch).in(Member.Status.LEFT, at), batch);
        }
    }

    private static void apply(NetworkEvent event, Batch batch) {
        switch (event) {
            case NetworkEvent.CoordinatorAppointed appointed ->
                put(row(appointed.member(), batch).deciding(true, batch.position()), batch);
            case NetworkEvent.CoordinatorDismissed dismissed ->
                put(row(dismissed.member(), batch).deciding(false, batch.position()), batch);
            case NetworkEvent.Created _,
                    NetworkEvent.TerritoryChanged _,
                    NetworkEvent.KindAdded _,
                    NetworkEvent.OrganisationRegistered _,
                    NetworkEvent.ParentDecisionsAllowed _ -> {}
        }
    }

    private static void apply(PersonEvent event, Batch batch) {
        switch (event) {
            case PersonEvent.Registered registered -> {
                var person = registered.person().value();
                var known = batch.rows(PERSON).find(person);
                batch.rows(PERSON)
                        .put(new PersonRow(
                                batch.network(), person, known != null && known.administrator(), batch.position()));
            }
            case PersonEvent.AdministratorAppointed appointed ->
                batch.rows(PERSON)
                        .put(new PersonRow(batch.network(), appointed.person().value(), true, batch.position()));
            // The same link as the person's own stream has it, in the same append.
            case PersonEvent.MembershipHeld _ -> {}
            case PersonEvent.MembershipLinked linked ->
                batch.rows(MEMBERSHIP)
                        .put(new MembershipRow(
                                batch.network(),
                                linked.member().value(),
                                linked.person().value(),
                                linked.of().value(),
                                batch.position()));
        }
    }

    private static void enter(
            MemberEvent event, String name, Member.Status status, MemberEvent.@Nullable Origin origin, Batch batch) {
        put(
                new MemberRow(
                        batch.network(),
                        event.member().value(),
                        batch.on(),
                        batch.on(),
                        name,
                        SortName.of(name),
                        status,
                        origin,
                        null,
                        false,
                        MemberRow.isListed(status, origin),
                        0,
                        batch.position()),
                batch);
    }

    private static String name(MemberEvent event, SealedText name, Batch batch) {
        Class<? extends LedgerEvent> type = event.getClass();
        return batch.open(name, event.stream(), type, "name");
    }

    private static MemberRow row(MemberId member, Batch batch) {
        UUID id = member.value();
        return batch.rows(MEMBER).get(id);
    }

    private static void put(MemberRow row, Batch batch) {
        batch.rows(MEMBER).put(row);
    }
}
