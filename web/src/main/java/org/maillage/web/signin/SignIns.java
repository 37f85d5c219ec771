package org.maillage.web.signin;

import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an address is, known by its keyed hash alone; the table can be purged. */
@Component
public final class SignIns {

    private final JdbcClient jdbc;
    private final Vault vault;

    SignIns(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whose the address is; empty where nobody signs in with it. */
    public Optional<PersonId> find(EmailAddress address) {
        return jdbc.sql("select person from web.sign_in where email_hmac = ?")
                .param(address.hmac(vault))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** Lets a person sign in with an address; an address that is somebody's already stays theirs. */
    public void allow(EmailAddress address, PersonId person) {
        allow(address.hmac(vault), person);
    }

    void allow(byte[] emailHmac, PersonId person) {
        jdbc.sql("insert into web.sign_in (email_hmac, person) values (?, ?) on conflict do nothing")
                .params(emailHmac, person.value())
                .update();
    }

    /**
     * Whose an address is from now on: whose it was, or a new person. Requests at the same time get the same one.
     *
     * @param emailHmac of an address that was proved
     */
    PersonId holder(byte[] emailHmac) {
        allow(emailHmac, PersonId.next());
        return new PersonId(jdbc.sql("select person from web.sign_in where email_hmac = ?")
                .param(emailHmac)
                .query(UUID.class)
                .single());
    }
}
