package org.maillage.web.host.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.web.security.Errands;
import org.maillage.web.security.SafeHeaders;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a member says what an application may do, or nothing. What is shown is what was asked, never what a link says. */
@Controller
class ConsentPages {

    /** Where a request that cannot be answered is told so; it has no address of its own. */
    static final String WRONG = "/autorisation/refusee";

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final Authorizations authorizations;
    private final WalletClients clients;

    ConsentPages(Authorizations authorizations, WalletClients clients) {
        this.authorizations = authorizations;
        this.clients = clients;
    }

    /**
     * An application that asks.
     *
     * @param place the host to which the answer goes; empty where that is the member's own device
     */
    record Asking(
            String id,
            String name,
            String place,
            Set<HostScope> scopes,
            @Nullable String site,
            @Nullable String policy,
            @Nullable String terms,
            String back) {}

    @GetMapping(OAuthAddresses.CONSENT)
    String ask(
            @RequestParam(defaultValue = "") String state,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Errands.end(request, response);
        var asking = asking(state, viewer);
        if (asking.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return "host/gone";
        }
        response.setHeader(
                SafeHeaders.POLICY, SafeHeaders.withFormsTo(source(asking.get().back())));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("asking", asking.get());
        model.addAttribute("state", state);
        return "host/consent";
    }

    private Optional<Asking> asking(String state, Viewer viewer) {
        var found = state.isBlank() ? null : authorizations.findByToken(state, STATE);
        if (found == null || !found.getPrincipalName().equals(viewer.person().toString())) {
            return Optional.empty();
        }
        OAuth2AuthorizationRequest asked = found.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return asked == null
                ? Optional.empty()
                : clients.described(found.getRegisteredClientId()).map(client -> asking(client, asked));
    }

    private static Asking asking(WalletClients.Described described, OAuth2AuthorizationRequest asked) {
        var client = described.client();
        var back = back(client, asked);
        return new Asking(
                client.getClientId(),
                client.getClientName(),
                ConnectedApplications.place(back),
                HostScope.known(asked.getScopes()),
                described.site(),
                described.policy(),
                described.terms(),
                back);
    }

    private static String back(RegisteredClient client, OAuth2AuthorizationRequest asked) {
        var redirect = asked.getRedirectUri();
        return redirect == null ? client.getRedirectUris().iterator().next() : redirect;
    }

    // The policy's grammar has no addresses of IPv6 (Content Security Policy 3, section 2.3.1).
    private static String source(String redirect) {
        var uri = URI.create(redirect);
        return uri.getHost().startsWith("[") ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Forwarded to alone: it has no row in the table of permissions. */
    @RequestMapping(WRONG)
    String wrong(Model model, HttpServletRequest request) {
        model.addAttribute("why", request.getAttribute(AuthorizationRefused.WHY));
        return "host/wrong";
    }
}
