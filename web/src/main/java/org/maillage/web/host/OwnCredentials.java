package org.maillage.web.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.Language;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Membership;
import org.maillage.web.badges.elsewhere.BroughtBadge;
import org.maillage.web.badges.elsewhere.BroughtBadges;
import org.springframework.stereotype.Component;

/** All that somebody has to show to their own applications: what they accepted here, and what they brought. */
@Component
final class OwnCredentials {

    private final Badges badges;
    private final BroughtBadges brought;
    private final Projections views;
    private final Clock clock;

    OwnCredentials(Badges badges, BroughtBadges brought, Projections views, Clock clock) {
        this.badges = badges;
        this.brought = brought;
        this.views = views;
        this.clock = clock;
    }

    /** One credential, before its document is asked for. */
    sealed interface Listed {

        Instant issued();

        String name();

        record Awarded(Award award) implements Listed {
            @Override
            public Instant issued() {
                return award.awardedAt();
            }

            @Override
            public String name() {
                return award.code().value();
            }
        }

        record Brought(PersonId person, BroughtBadge badge) implements Listed {
            @Override
            public Instant issued() {
                return badge.validFrom();
            }

            @Override
            public String name() {
                return badge.id().toString();
            }
        }
    }

    /** A part of a person's credentials; total is how many there are in all parts. */
    record Part(List<Listed> listed, int total) {}

    /** The part that is asked for, the earliest first, so that what is new comes at the end; no document is read. */
    Part of(PersonId person, HostPaging paging) {
        var since = paging.since();
        var all = listed(person).stream()
                .filter(one -> since == null || one.issued().isAfter(since))
                .sorted(Comparator.comparing(Listed::issued).thenComparing(Listed::name))
                .toList();
        return new Part(paging.of(all), all.size());
    }

    private List<Listed> listed(PersonId person) {
        var listed = new ArrayList<Listed>();
        for (var membership : views.members().membershipsOf(person)) {
            accepted(membership).forEach(award -> listed.add(new Listed.Awarded(award)));
        }
        brought.of(person).forEach(badge -> listed.add(new Listed.Brought(person, badge)));
        return listed;
    }

    // What waits for an answer, and what was left aside, is nobody's to read but the member's on their own page.
    private List<Award> accepted(Membership membership) {
        var member = views.members().find(membership.network(), membership.member(), AsOf.NOW);
        var network = views.networks().find(membership.network());
        if (network.isEmpty()
                || member.filter(one -> one.status() != Member.Status.LEFT).isEmpty()) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), network.get().zone());
        return badges.awards().of(membership.network(), membership.member(), today).stream()
                .filter(award -> award.acceptance() == Award.Acceptance.ACCEPTED)
                .toList();
    }

    /** A credential with its own proof; empty where there is no such form, or no more. */
    Optional<String> json(Listed one, Language language) {
        var issued = badges.issuing().badges();
        return switch (one) {
            case Listed.Awarded(var award) ->
                issued.of(award.code())
                        .flatMap(badge -> issued.document(badge, language))
                        .map(json -> new String(json, UTF_8));
            case Listed.Brought(var person, var badge) ->
                badge.isToken() ? Optional.empty() : brought.document(person, badge.id());
        };
    }

    /** A credential as VC-JWT; empty where there is no such form, or no more. */
    Optional<String> token(Listed one, Language language) {
        var issued = badges.issuing().badges();
        return switch (one) {
            case Listed.Awarded(var award) -> issued.of(award.code()).flatMap(badge -> issued.token(badge, language));
            case Listed.Brought(var person, var badge) ->
                badge.isToken() ? brought.document(person, badge.id()) : Optional.empty();
        };
    }
}
