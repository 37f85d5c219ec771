package org.maillage.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.maillage.web.security.Permissions.Row;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no form that was shown to somebody else than who is signed in now, nor one of another network than it would act
 * on: another tab of the browser may have changed either since. What was written in it waits for its author (see
 * {@link KeptForms}), unless they have left its network, and a page says so. The parts that a page asks for come to nobody else's page either: it is loaded
 * anew, with the name above it.
 */
final class OthersForms extends OncePerRequestFilter {

    /** What a page's script says of whose page it is; empty where it was shown to nobody. */
    static final String HEADER = "X-Auteur";

    private static final String SAID = "/reprise/";
    private static final String LEAVING = "/moi/depart";

    private static final String JOINING = "/rejoindre";

    private final Permissions permissions;
    private final Viewers viewers;
    private final FormAuthors authors;
    private final KeptForms kept;

    OthersForms(Permissions permissions, Viewers viewers, FormAuthors authors, KeptForms kept) {
        this.permissions = permissions;
        this.viewers = viewers;
        this.authors = authors;
        this.kept = kept;
    }

    /** What is not the viewer's, named as the page that says so is. */
    private enum Other {
        PERSON("personne"),
        NETWORK("reseau"),
        NETWORK_LEFT("quitte");

        private final String page;

        Other(String page) {
            this.page = page;
        }
    }

    // Who signs in or out does the same whoever was signed in.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = ByTable.path(request);
        return path.equals("/logout") || path.equals("/connexion") || path.startsWith("/connexion/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var form = request.getMethod().equals("POST");
        var other = form ? ofForm(request) : ofPart(request);
        if (other.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var joining = joining(request);
        if (joining.isPresent()) {
            refuse(request, response, joining.get());
            return;
        }
        refuse(request, response, SAID + other.get().page + (form ? kept(other.get(), request, response) : ""));
    }

    /**
     * Where a form leads by which somebody joins: to the page of its link again, which says to whoever is signed in now
     * what it is for, or that they have joined. Pressed twice, it is sent once more by whom it made of another.
     */
    static Optional<String> joining(HttpServletRequest request) {
        return request.getMethod().equals("POST") && ByTable.path(request).equals(JOINING)
                ? Optional.ofNullable(request.getParameter("jeton"))
                        .map(token -> JOINING + "?jeton=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    // What the page says of what was written; nobody can send it any more where they have left.
    private String kept(Other other, HttpServletRequest request, HttpServletResponse response) {
        if (other == Other.NETWORK_LEFT) {
            return ByTable.path(request).equals(LEAVING) ? "?depart=true" : "";
        }
        return switch (kept.keep(request, response)) {
            case NOT_KEPT -> "";
            case KEPT -> "?gardee=true";
            case REPLACED_ANOTHER -> "?gardee=true&remplace=true";
        };
    }

    private Optional<Other> ofForm(HttpServletRequest request) {
        var row = permissions.of("POST", ByTable.path(request));
        var author = FormAuthors.sent(request);
        // What anybody may send may have been shown to nobody; anything else bears whom it was shown to.
        return row.isEmpty() || (row.get().open() && author.isEmpty())
                ? Optional.empty()
                : other(author, row.get(), request);
    }

    private Optional<Other> ofPart(HttpServletRequest request) {
        var author = request.getHeader(HEADER);
        return author == null
                ? Optional.empty()
                : permissions
                        .of(request.getMethod(), ByTable.path(request))
                        .flatMap(row -> other(author, row, request));
    }

    private Optional<Other> other(String author, Row row, HttpServletRequest request) {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        var person = Viewers.person(somebody);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        var viewer = viewers.ifKnown(somebody, request);
        if (viewer.filter(known -> author.equals(authors.of(known))).isPresent()) {
            return Optional.empty();
        }
        if (!authors.isBy(person.get(), author)) {
            return Optional.of(Other.PERSON);
        }
        return viewer.filter(_ -> row.ofNetwork())
                .map(known -> authors.isBy(known, author) ? Other.NETWORK : Other.NETWORK_LEFT);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String page) {
        var address = request.getContextPath() + page;
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, address);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        // What a page asks for by itself takes nobody away from what they write: what they send is kept.
        if (ByTable.path(request).startsWith(KeptForms.CLAIM + "/")) {
            return;
        }
        if (request.getMethod().equals("POST")) {
            response.setHeader("HX-Redirect", address);
        } else {
            response.setHeader("HX-Refresh", "true");
        }
    }
}
