package org.maillage.web.host;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private sealed interface Listed {

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

        record Brought(BroughtBadge badge) implements Listed {
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

    /**
     * One credential in the forms that there are.
     *
     * @param json with its own proof; null where there is no such form
     * @param token as VC-JWT; null where there is none
     */
    record Forms(@Nullable String json, @Nullable String token) {}

    /** A part of a person's credentials; total is how many there are in all parts. */
    record Part(List<Forms> credentials, int total) {}

    /** The part that is asked for, the earliest first, so that what is new comes at the end. */
    Part of(PersonId person, HostPaging paging, Language language) {
        var since = paging.since();
        var all = listed(person).stream()
                .filter(one -> since == null || one.issued().isAfter(since))
                .sorted(Comparator.comparing(Listed::issued).thenComparing(Listed::name))
                .toList();
        return new Part(
                paging.of(all).stream()
                        .flatMap(one -> forms(one, language).stream())
                        .toList(),
                all.size());
    }

    private List<Listed> listed(PersonId person) {
        var listed = new ArrayList<Listed>();
        for (var membership : views.members().membershipsOf(person)) {
            accepted(membership).forEach(award -> listed.add(new Listed.Awarded(award)));
        }
        brought.of(person).forEach(badge -> listed.add(new Listed.Brought(badge)));
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

    private Optional<Forms> forms(Listed one, Language language) {
        return switch (one) {
            case Listed.Awarded(var award) -> signed(award, language);
            case Listed.Brought(var badge) ->
                Optional.of(badge.isToken() ? new Forms(null, badge.document()) : new Forms(badge.document(), null));
        };
    }

    private Optional<Forms> signed(Award award, Language language) {
        var issued = badges.issuing().badges();
        return issued.of(award.code())
                .map(badge -> new Forms(
                        issued.document(badge, language)
                                .map(json -> new String(json, java.nio.charset.StandardCharsets.UTF_8))
                                .orElse(null),
                        issued.token(badge, language).orElse(null)))
                .filter(forms -> forms.json() != null || forms.token() != null);
    }
}
