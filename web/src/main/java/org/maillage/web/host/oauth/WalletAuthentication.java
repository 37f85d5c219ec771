package org.maillage.web.host.oauth;

import java.util.List;
import java.util.Set;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.security.Nobody;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An application that somebody let act for them, for one request of the Host API; nobody to the rest of the site. */
public final class WalletAuthentication extends AbstractAuthenticationToken implements Nobody {

    private static final long serialVersionUID = 1L;

    private final String client;
    private final String person;
    private final Set<HostScope> scopes;

    WalletAuthentication(String client, PersonId person, Set<HostScope> scopes) {
        super(List.of());
        this.client = client;
        this.person = person.toString();
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    /** For whom it acts. */
    public PersonId person() {
        return PersonId.of(person);
    }

    /** Which application it is. */
    public String client() {
        return client;
    }

    /** Whether it may do this. */
    public boolean may(HostScope scope) {
        return scopes.contains(scope);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return "wallet " + client;
    }
}
