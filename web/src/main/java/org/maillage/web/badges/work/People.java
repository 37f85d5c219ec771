package org.maillage.web.badges.work;

import java.util.List;
import java.util.Optional;
import org.maillage.ledger.value.Malformed;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.springframework.stereotype.Component;

/** Members to whom a badge may be awarded by hand. */
@Component
final class People {

    private static final int MOST_FOUND = 12;

    private final Projections views;

    People(Projections views) {
        this.views = views;
    }

    /** A member as they are chosen. */
    record Found(String id, String name, String organisation) {}

    /** Members of this name, by name, at most 12; nobody for an empty text. Oneself is none of them, nor who has left. */
    List<Found> search(String text, Standing standing) {
        if (text.isBlank()) {
            return List.of();
        }
        return views
                .members()
                .all(standing.network(), new MemberFilter(text.strip(), null, null), AsOf.NOW, null, 2 * MOST_FOUND)
                .items()
                .stream()
                .filter(member -> member.status() != Member.Status.LEFT)
                .filter(member -> !member.name().isEmpty())
                .filter(member -> !member.member().equals(standing.member()))
                .limit(MOST_FOUND)
                .map(People::found)
                .toList();
    }

    private static Found found(Member member) {
        var organisation = member.organisationName();
        return new Found(member.member().toString(), member.name(), organisation == null ? "" : organisation);
    }

    /** A member of the network by the id that a form sent; empty for any other text. */
    Optional<Found> find(String id, Standing standing) {
        try {
            return views.members()
                    .find(standing.network(), MemberId.of(id), AsOf.NOW)
                    .map(People::found);
        } catch (Malformed _) {
            return Optional.empty();
        }
    }
}
