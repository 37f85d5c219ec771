package org.maillage.web.signin;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.KeyDestroyed;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Membership;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where letters reach people, and in which language. An address is sealed under the key of a membership and is written
 * to only while its person signs in with it.
 */
@Component
public final class Correspondents {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Projections views;
    private final Clock clock;

    Correspondents(JdbcClient jdbc, Vault vault, Projections views, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.views = views;
        this.clock = clock;
    }

    /** Somebody whom letters reach. */
    public record Correspondent(PersonId person, EmailAddress address, Locale locale) {}

    /** Keeps an address for a membership; until its person signs in with it, nothing is written to it. */
    public void keep(MemberId member, EmailAddress address) {
        try {
            var sealed = vault.seal(address.value(), List.of(member), place(member));
            jdbc.sql("""
                insert into web.letter_address (member, email_hmac, sealed, kept_at) values (?, ?, ?, ?)
                on conflict (member, email_hmac) do update set sealed = excluded.sealed, kept_at = excluded.kept_at
                """)
                    .params(
                            member.value(),
                            address.hmac(vault),
                            sealed.envelope(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (KeyDestroyed _) {
            // Nobody writes to somebody who was erased.
            jdbc.sql("delete from web.letter_address where member = ?")
                    .param(member.value())
                    .update();
        }
    }

    /** An address kept for a membership, by its keyed hash; empty where there is none or it can no longer be opened. */
    Optional<EmailAddress> kept(MemberId member, byte[] emailHmac) {
        return jdbc.sql("select sealed from web.letter_address where member = ? and email_hmac = ?")
                .params(member.value(), emailHmac)
                .query(String.class)
                .optional()
                .flatMap(envelope -> vault.open(new SealedText(envelope), place(member)))
                .flatMap(EmailAddress::read);
    }

    /** Keeps an address that a person signs in with, for each of their memberships; the newest is written to. */
    public void keep(PersonId person, EmailAddress address) {
        views.members().membershipsOf(person).forEach(held -> keep(held.member(), address));
    }

    /** Keeps the language that a person reads. */
    public void speak(PersonId person, Locale locale) {
        jdbc.sql("""
            insert into web.letter_language (person, language) values (?, ?)
            on conflict (person) do update set language = excluded.language
            """).params(person.value(), locale.getLanguage()).update();
    }

    /** How letters reach whoever holds a membership; empty where nobody does, or no address is known. */
    public Optional<Correspondent> of(MemberId member) {
        return views.members()
                .personOf(member)
                .flatMap(person -> address(person).map(to -> new Correspondent(person, to, locale(person))));
    }

    private Optional<EmailAddress> address(PersonId person) {
        var held = views.members().membershipsOf(person).stream()
                .map(Membership::member)
                .collect(Collectors.toSet());
        return jdbc
                .sql("""
                    select a.member, a.sealed from web.letter_address a join web.sign_in s on s.email_hmac = a.email_hmac
                    where s.person = ? order by a.kept_at desc, a.member
                    """)
                .param(person.value())
                .query((row, _) -> new Kept(new MemberId(row.getObject(1, UUID.class)), row.getString(2)))
                .list()
                .stream()
                .filter(kept -> held.contains(kept.member()))
                .flatMap(kept -> vault.open(new SealedText(kept.sealed()), place(kept.member())).stream())
                .flatMap(text -> EmailAddress.read(text).stream())
                .findFirst();
    }

    private Locale locale(PersonId person) {
        return jdbc.sql("select language from web.letter_language where person = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .map(Locale::of)
                .orElse(Locale.FRENCH);
    }

    private static Vault.Place place(MemberId member) {
        return new Vault.Place(StreamId.of(member), "web.letter-address", "email");
    }

    private record Kept(MemberId member, String sealed) {}
}
