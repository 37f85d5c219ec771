package org.maillage.projection.member;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.projection.fold.Dated;

/**
 * A member while nothing of this changes.
 *
 * @param name opened when the event was applied; empty where it could not be
 * @param sortName the name as it is ordered and searched: lower case, without accents
 */
@MappedEntity("member")
record MemberRow(
        UUID network,
        UUID member,
        LocalDate since,
        LocalDate until,
        String name,
        String sortName,
        Member.Status status,
        MemberEvent.@Nullable Origin origin,
        @Nullable UUID organisation,
        boolean coordinator,
        boolean listed,
        int charterVersion,
        long position)
        implements Dated<MemberRow> {

    @Override
    public Object group() {
        return member;
    }

    @Override
    public MemberRow during(LocalDate from, LocalDate to) {
        return new MemberRow(
                network,
                member,
                from,
                to,
                name,
                sortName,
                status,
                origin,
                organisation,
                coordinator,
                listed,
                charterVersion,
                position);
    }

    MemberRow named(String newName, long at) {
        return with(newName, status, organisation, coordinator, charterVersion, at);
    }

    MemberRow in(Member.Status newStatus, long at) {
        boolean gone = newStatus == Member.Status.LEFT;
        return with(name, newStatus, organisation, coordinator && !gone, charterVersion, at);
    }

    MemberRow of(@Nullable UUID newOrganisation, long at) {
        return with(name, status, newOrganisation, coordinator, charterVersion, at);
    }

    MemberRow deciding(boolean decides, long at) {
        return with(name, status, organisation, decides, charterVersion, at);
    }

    MemberRow signed(int version, long at) {
        return with(name, status, organisation, coordinator, version, at);
    }

    /** Whether others find them (rule 16): who joined, and who is without account but was not imported. */
    static boolean isListed(Member.Status status, MemberEvent.@Nullable Origin origin) {
        return switch (status) {
            case JOINED -> true;
            case ENTERED -> origin != MemberEvent.Origin.IMPORTED;
            case INVITED, LEFT -> false;
        };
    }

    private MemberRow with(
            String newName,
            Member.Status newStatus,
            @Nullable UUID newOrganisation,
            boolean decides,
            int version,
            long at) {
        return new MemberRow(
                network,
                member,
                since,
                until,
                newName,
                SortName.of(newName),
                newStatus,
                origin,
                newOrganisation,
                decides,
                isListed(newStatus, origin),
                version,
                at);
    }
}
