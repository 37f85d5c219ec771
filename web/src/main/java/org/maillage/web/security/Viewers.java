package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Membership;
import org.maillage.web.token.TokenAuthentication;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds who is asking, once a request, in the views: a right that was taken away is gone at the next request. */
@Component
public final class Viewers {

    private static final String FOUND = Viewers.class.getName();
    private static final String NETWORK = "network";

    private final Projections projections;

    Viewers(Projections projections) {
        this.projections = projections;
    }

    /** Who is asking; empty where nobody is signed in. */
    public Optional<Viewer> of(@Nullable Authentication authentication, HttpServletRequest request) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken
                || authentication instanceof Nobody) {
            return Optional.empty();
        }
        if (request.getAttribute(FOUND) instanceof Viewer found) {
            return Optional.of(found);
        }
        var viewer = find(authentication, request);
        request.setAttribute(FOUND, viewer);
        return Optional.of(viewer);
    }

    /** Lets a new session speak of a network first, where the person is in it. */
    public static void begin(NetworkId network, HttpServletRequest request) {
        request.getSession().setAttribute(NETWORK, network.toString());
    }

    /** Chooses the network that the pages of this session speak of from now on; one's own only. */
    public void choose(Viewer viewer, NetworkId network, HttpServletRequest request) {
        begin(viewer.require(network).network(), request);
    }

    private Viewer find(Authentication authentication, HttpServletRequest request) {
        var person = PersonId.of(authentication.getName());
        var token = authentication instanceof TokenAuthentication t ? t : null;
        var standings = standings(person);
        var chosen = token == null ? chosen(request) : null;
        var current = standings.stream()
                .filter(s -> s.network().toString().equals(chosen))
                .findFirst()
                .orElse(standings.isEmpty() ? null : standings.getFirst());
        return new Viewer(
                person,
                token == null ? Actor.person(person) : Actor.token(person),
                token == null || token.writes(),
                standings,
                current,
                projections.members().isAdministrator(person));
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(NETWORK);
    }

    private List<Viewer.Standing> standings(PersonId person) {
        var standings = new ArrayList<Viewer.Standing>();
        for (var membership : projections.members().membershipsOf(person)) {
            standing(membership).ifPresent(standings::add);
        }
        standings.sort(Comparator.comparing(Viewer.Standing::networkName));
        return standings;
    }

    private Optional<Viewer.Standing> standing(Membership membership) {
        var member = projections.members().find(membership.network(), membership.member(), AsOf.NOW);
        var network = projections.networks().find(membership.network());
        if (member.isEmpty() || network.isEmpty() || member.get().status() == Member.Status.LEFT) {
            return Optional.empty();
        }
        return Optional.of(new Viewer.Standing(
                membership.network(),
                network.get().name(),
                network.get().zone(),
                membership.member(),
                member.get().name(),
                member.get().coordinator()));
    }
}
