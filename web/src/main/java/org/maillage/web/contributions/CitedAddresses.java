package org.maillage.web.contributions;

import java.util.List;
import java.util.Optional;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.signin.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where letters reach a member without account: the address that they were cited with. It is sealed by the key of the
 * membership, so that an erasure closes it, and the table can be purged.
 */
@Component
class CitedAddresses {

    private final JdbcClient jdbc;
    private final Vault vault;

    CitedAddresses(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps an address of a member, in the place of an earlier one. */
    void keep(MemberId member, EmailAddress address) {
        var envelope = vault.seal(address.value(), List.of(member), place(member));
        jdbc.sql("""
            insert into web.cited_address (member, address_sealed) values (?, ?)
            on conflict (member) do update set address_sealed = excluded.address_sealed
            """).params(member.value(), envelope.envelope()).update();
    }

    /** Where letters reach a member; empty where it is not known, or can no longer be opened. */
    Optional<EmailAddress> of(MemberId member) {
        return jdbc.sql("select address_sealed from web.cited_address where member = ?")
                .param(member.value())
                .query(String.class)
                .optional()
                .flatMap(kept -> vault.open(new SealedText(kept), place(member)))
                .flatMap(EmailAddress::read);
    }

    private static Vault.Place place(MemberId member) {
        return new Vault.Place(new StreamId("address/" + member), "member.address", "address");
    }
}
