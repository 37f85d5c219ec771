package org.maillage.web.frame;

import java.util.List;
import java.util.stream.Stream;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.member.Standing;
import org.springframework.stereotype.Component;

/** The claims that wait for a member: a question to answer, a decision entrusted to them, a share to confirm. */
@Component
public final class WaitingClaims {

    private final Projections views;

    WaitingClaims(Projections views) {
        this.views = views;
    }

    /** Those of a membership. */
    public List<ContributionSummary> of(Standing standing) {
        var answers = views.contributions().waitingFor(standing.network(), standing.member());
        var questions = views.contributions().askedOf(standing.network(), standing.member());
        var decisions = views.contributions().entrustedTo(standing.member());
        return Stream.of(questions.stream(), decisions.stream(), answers.stream())
                .flatMap(some -> some)
                .toList();
    }
}
