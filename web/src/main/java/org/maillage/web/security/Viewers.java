package org.maillage.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;
import org.maillage.projection.Away;
import org.maillage.projection.Projections;
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
    private final Journal journal;

    Viewers(Projections projections, Journal journal) {
        this.projections = projections;
        this.journal = journal;
    }

    /** Who is asking; empty where nobody is signed in. */
    public Optional<Viewer> of(@Nullable Authentication authentication, HttpServletRequest request) {
        if (authentication == null || !isSomebody(authentication)) {
            return Optional.empty();
        }
        if (request.getAttribute(FOUND) instanceof Viewer found) {
            return Optional.of(found);
        }
        // The page that says that something failed asks nothing that may be what fails.
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500) {
            return Optional.empty();
        }
        var viewer = found(authentication, request);
        request.setAttribute(FOUND, viewer);
        return Optional.of(viewer);
    }

    /** Who has signed in, whatever the views know of them; empty where nobody has. */
    public static Optional<PersonId> person(@Nullable Authentication authentication) {
        return Optional.ofNullable(authentication)
                .filter(Viewers::isSomebody)
                .map(somebody -> PersonId.of(somebody.getName()));
    }

    private static boolean isSomebody(Authentication authentication) {
        return authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken)
                && !(authentication instanceof Nobody);
    }

    /**
     * The same, for what stands around a page that is open to everybody: while the views are away, it is shown as to
     * nobody.
     */
    public Optional<Viewer> ifKnown(@Nullable Authentication authentication, HttpServletRequest request) {
        try {
            return of(authentication, request);
        } catch (RuntimeException failure) {
            if (!Away.isWhy(failure)) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /** Lets a new session speak of a network first, where the person is in it. */
    public static void begin(NetworkId network, HttpServletRequest request) {
        request.getSession().setAttribute(NETWORK, network.toString());
    }

    /** Chooses the network that the pages of this session speak of from now on; one's own only. */
    public void choose(Viewer viewer, NetworkId network, HttpServletRequest request) {
        begin(viewer.require(network).network(), request);
    }

    // Who looks after the installation needs those pages most when the views are away, and the journal knows who that
    // is.
    private Viewer found(Authentication authentication, HttpServletRequest request) {
        try {
            return find(authentication, request);
        } catch (RuntimeException failure) {
            var person = PersonId.of(authentication.getName());
            if (!Away.isWhy(failure)
                    || !request.getRequestURI().startsWith("/administration")
                    || !isAdministrator(person)) {
                throw failure;
            }
            return new Viewer(person, Actor.person(person), true, List.of(), null, true);
        }
    }

    private boolean isAdministrator(PersonId person) {
        return journal.stream(StreamId.of(person), 0).stream()
                .anyMatch(recorded -> recorded.event() instanceof PersonEvent.AdministratorAppointed);
    }

    private Viewer find(Authentication authentication, HttpServletRequest request) {
        var person = PersonId.of(authentication.getName());
        var token = authentication instanceof TokenAuthentication t ? t : null;
        var known = projections.members().person(person);
        var standings = known.standings();
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
                known.administrator());
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(NETWORK);
    }
}
