package org.maillage.web.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Organisation;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** In whose names a member endorses: their own, and that of the organisation of which they are. */
@Component
public final class Voices {

    private static final String ORGANISATION = "organisation";

    private final Projections views;
    private final Words words;

    Voices(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /**
     * A name in which the reader may speak.
     *
     * @param as what a form calls it: {@code self} or {@code organisation}
     * @param given whether it endorses already
     */
    public record Voice(String as, String text, boolean given) {}

    /** Those of a member, about something that these endorse. */
    public List<Voice> of(Standing standing, List<Endorsement> endorsements, Locale locale) {
        var voices = new ArrayList<Voice>();
        voices.add(new Voice(
                "self",
                words.say("voices.self", locale, standing.name()),
                stands(endorsements, standing.member(), null)));
        organisation(standing)
                .ifPresent(organisation -> voices.add(new Voice(
                        ORGANISATION,
                        words.say("voices.organisation", locale, name(standing.network(), organisation, locale)),
                        stands(endorsements, standing.member(), organisation))));
        return List.copyOf(voices);
    }

    // An organisation speaks once, whoever says it for them.
    private static boolean stands(List<Endorsement> endorsements, MemberId by, @Nullable OrganisationId organisation) {
        return endorsements.stream()
                .anyMatch(one -> organisation == null
                        ? one.organisation() == null && one.by().equals(by)
                        : organisation.equals(one.organisation()));
    }

    /**
     * The organisation that a form speaks for; null where for oneself.
     *
     * @throws Refused where the member is of none
     */
    public @Nullable OrganisationId organisation(String as, Standing standing) {
        return as.equals(ORGANISATION)
                ? organisation(standing).orElseThrow(() -> new Refused(Reason.NOT_YOUR_ORGANISATION))
                : null;
    }

    private Optional<OrganisationId> organisation(Standing standing) {
        return views.members()
                .find(standing.network(), standing.member(), AsOf.NOW)
                .map(Member::organisation);
    }

    /** The name of an organisation. */
    public String name(NetworkId network, OrganisationId organisation, Locale locale) {
        return views.networks()
                .organisation(network, organisation)
                .map(Organisation::name)
                .orElse(words.say("words.nobody", locale));
    }
}
