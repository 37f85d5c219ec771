package org.maillage.web.token;

import java.util.List;
import org.maillage.ledger.value.PersonId;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who was authenticated by a personal token, for one request. */
public final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String person;
    private final boolean writes;

    TokenAuthentication(PersonId person, boolean writes) {
        super(List.of());
        this.person = person.toString();
        this.writes = writes;
        setAuthenticated(true);
    }

    /** Whether it may change anything. */
    public boolean writes() {
        return writes;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return person;
    }
}
