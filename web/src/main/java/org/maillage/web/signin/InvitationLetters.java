package org.maillage.web.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.mail.Retries;
import org.maillage.web.wiring.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The letters of invitations that wait, and their sending. Each is made in the transaction that sends it, so that two
 * processes never take the same one, and where it is not taken the link of an older letter goes on working.
 */
@Component
class InvitationLetters {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationLetters.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JoinSecrets secrets;
    private final Correspondents correspondents;
    private final Projections views;
    private final Vault vault;
    private final Post post;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    InvitationLetters(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JoinSecrets secrets,
            Correspondents correspondents,
            Projections views,
            Vault vault,
            Post post,
            PublicAddress address,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.secrets = secrets;
        this.correspondents = correspondents;
        this.views = views;
        this.vault = vault;
        this.post = post;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    /** A letter to be sent; the same one by its key. */
    record ToKeep(UUID key, NetworkId network, MemberId member, EmailAddress to, Locale locale) {}

    /** Keeps letters to be sent; those that were kept before are left as they are. @return the keys of the others */
    Set<UUID> keep(List<ToKeep> letters) {
        // In one order, so that two lists at once never wait for each other.
        var ordered = letters.stream()
                .sorted(Comparator.comparing((ToKeep one) -> one.member().value())
                        .thenComparing(one -> one.to().value()))
                .toList();
        return Objects.requireNonNull(transactions.execute(
                _ -> ordered.stream().filter(this::isKept).map(ToKeep::key).collect(Collectors.toUnmodifiableSet())));
    }

    /** Keeps one, unless it was kept before. */
    private boolean isKept(ToKeep letter) {
        int first = jdbc.sql("insert into web.invitation_letter (key) values (?) on conflict do nothing")
                .param(letter.key())
                .update();
        if (first == 1) {
            correspondents.keep(letter.member(), letter.to());
            jdbc.sql("""
                insert into web.invitation_waiting (key, network, member, email_hmac, language, next_try)
                values (?, ?, ?, ?, ?, ?)
                """)
                    .params(
                            letter.key(),
                            letter.network().value(),
                            letter.member().value(),
                            letter.to().hmac(vault),
                            letter.locale().getLanguage(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        return first == 1;
    }

    /** Whether a letter to a member was refused by the mail server and waits to be tried again. */
    boolean isLate(MemberId member) {
        return jdbc.sql("select count(*) from web.invitation_waiting where member = ? and tries > 0")
                        .param(member.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Sends the letter that waits longest of those whose time has come; false where there is none. */
    boolean send() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var first = jdbc.sql("""
                select key, network, member, email_hmac, language, tries from web.invitation_waiting
                where next_try <= ? order by next_try, queued_at limit 1 for update skip locked
                """)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, _) -> Waiting.of(row))
                    .optional();
            first.ifPresent(one -> send(one, status));
            return first.isPresent();
        }));
    }

    private void send(Waiting one, TransactionStatus status) {
        var before = status.createSavepoint();
        if (isTaken(one)) {
            drop(one);
            return;
        }
        status.rollbackToSavepoint(before);
        if (one.tries() + 1 >= Retries.MOST) {
            LOG.warn("the letter of an invitation was given up after {} tries", Retries.MOST);
            drop(one);
            return;
        }
        var next = clock.instant().plus(Retries.rest(one.tries()));
        jdbc.sql("update web.invitation_waiting set tries = tries + 1, next_try = ? where key = ?")
                .params(next.atOffset(ZoneOffset.UTC), one.key())
                .update();
    }

    private void drop(Waiting one) {
        jdbc.sql("delete from web.invitation_waiting where key = ?")
                .param(one.key())
                .update();
    }

    // Who joined meanwhile, or was erased, needs no letter any more.
    private boolean isTaken(Waiting one) {
        var joined = views.members()
                .find(one.network(), one.member(), AsOf.NOW)
                .filter(member -> member.status() == Member.Status.JOINED)
                .isPresent();
        var network = views.networks().find(one.network());
        var to = correspondents.kept(one.member(), HexFormat.of().parseHex(one.emailHmac()));
        return joined
                || network.isEmpty()
                || to.isEmpty()
                || post.send(letter(one, network.get().name(), to.get()));
    }

    private Letter letter(Waiting one, String network, EmailAddress to) {
        var token = secrets.invitation(one.network(), one.member(), to);
        var link = address.of("/rejoindre?jeton=" + token.text());
        return new Letter(
                to.value(),
                messages.getMessage("signin.invitation.subject", new Object[] {network}, one.locale()),
                messages.getMessage(
                        "signin.invitation.body",
                        new Object[] {network, link, JoinSecrets.LIFE.toDays()},
                        one.locale()));
    }

    /** A letter that waits; {@code emailHmac} is the keyed hash, hex, of the address that it goes to. */
    private record Waiting(UUID key, NetworkId network, MemberId member, String emailHmac, Locale locale, int tries) {

        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(
                    row.getObject(1, UUID.class),
                    new NetworkId(row.getObject(2, UUID.class)),
                    new MemberId(row.getObject(3, UUID.class)),
                    HexFormat.of().formatHex(row.getBytes(4)),
                    Locale.of(row.getString(5)),
                    row.getInt(6));
        }
    }
}
