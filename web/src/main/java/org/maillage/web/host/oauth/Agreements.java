package org.maillage.web.host.oauth;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/**
 * What members said yes to, kept to be shown and ended. It answers no later question: an application that asks again is
 * asked about again, since anybody can register under any name and a public one proves nothing of itself.
 */
@Component
final class Agreements implements OAuth2AuthorizationConsentService {

    private final JdbcClient jdbc;
    private final WalletClients clients;
    private final Clock clock;

    Agreements(JdbcClient jdbc, WalletClients clients, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.clock = clock;
    }

    // What was agreed to before ends with it: what a member reads of an application is all that it may do.
    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        jdbc.sql("delete from web.wallet_authorization where client = ? and person = ? and consent_hash is null")
                .params(consent.getRegisteredClientId(), UUID.fromString(consent.getPrincipalName()))
                .update();
        jdbc.sql("""
            insert into web.wallet_consent (client, person, scopes, given_at) values (?, ?, ?, ?)
            on conflict (client, person) do update set scopes = excluded.scopes, given_at = excluded.given_at
            """)
                .params(
                        consent.getRegisteredClientId(),
                        UUID.fromString(consent.getPrincipalName()),
                        HostScope.written(HostScope.known(consent.getScopes())),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        clients.used(consent.getRegisteredClientId());
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        jdbc.sql("delete from web.wallet_consent where client = ? and person = ?")
                .params(consent.getRegisteredClientId(), UUID.fromString(consent.getPrincipalName()))
                .update();
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
        return null;
    }
}
