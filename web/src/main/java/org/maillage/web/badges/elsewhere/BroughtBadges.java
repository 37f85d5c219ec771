package org.maillage.web.badges.elsewhere;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Presented;
import org.maillage.badge.verify.Presented.Format;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Verdict;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The badges that people earned elsewhere and brought, a row each. They are verified when they arrive and again later, by
 * what is known here and nothing fetched; what was forged is not kept. They count for nothing in the ledger.
 */
@Component
public final class BroughtBadges {

    /** Most bytes of a credential; one with its picture inside stays below. */
    public static final int MOST_BYTES = 1 << 20;

    /** Most of them that somebody keeps. */
    public static final int MOST = 200;

    /** Most bytes of all that somebody keeps. */
    public static final int MOST_TOGETHER = 20 << 20;

    private static final Set<Format> KEPT = EnumSet.of(Format.OPEN_BADGES_3, Format.OPEN_BADGES_3_JWT);
    private static final Pattern OWN = Pattern.compile("/b/([^/?]{1,20})(\\?.*)?");

    // The newer one stays, whichever arrives last; an equal one is the same again. What could be verified stays before
    // what could not: of that anybody may have written any date.
    private static final String KEEP = """
        insert into web.elsewhere_badge (id, person, identity, form, document, credential, name, issuer, issuer_name,
            valid_from, verdict, brought_by, arrived_at, checked_at)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
         where (select count(*) from web.elsewhere_badge where person = ?) < ?
            or exists (select from web.elsewhere_badge where person = ? and identity = ?)
        on conflict (person, identity) do update set form = excluded.form, document = excluded.document,
            name = excluded.name, issuer_name = excluded.issuer_name, valid_from = excluded.valid_from,
            verdict = excluded.verdict, brought_by = excluded.brought_by, arrived_at = excluded.arrived_at,
            checked_at = excluded.checked_at
        where (excluded.verdict in ('GOOD', 'SIGNED', 'ENDED'), excluded.valid_from)
           >= (elsewhere_badge.verdict in ('GOOD', 'SIGNED', 'ENDED'), elsewhere_badge.valid_from)
        """;

    private static final String COLUMNS = """
        select b.id, b.form, b.name, b.issuer_name, b.valid_from, b.verdict, c.name as brought_by, b.arrived_at,
               coalesce(b.checked_at, b.arrived_at) as checked_at
          from web.elsewhere_badge b left join web.wallet_client c on c.id = b.brought_by
        """;

    private static final String OF = COLUMNS + "where b.person = ? order by b.arrived_at desc, b.id";
    private static final String ONE = COLUMNS + "where b.person = ? and b.identity = ?";

    private static final String OTHERS =
            "select coalesce(sum(octet_length(document)), 0) from web.elsewhere_badge where person = ? and identity <>"
                    + " ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Badges badges;
    private final Projections views;
    private final PublicAddress site;
    private final Clock clock;

    BroughtBadges(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Badges badges,
            Projections views,
            PublicAddress site,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.badges = badges;
        this.views = views;
        this.site = site;
        this.clock = clock;
    }

    /** Why a credential is not kept. */
    public enum Why {
        TOO_LARGE,
        UNREADABLE,
        /** It is a badge, of another standard. */
        OTHER_STANDARD,
        /** It says not which credential it is, or whose. */
        NAMELESS,
        FORGED,
        /** It was issued here, to somebody else, or its member has not accepted it. */
        SOMEBODY_ELSES,
        TOO_MANY,
        /** All together they would be too large. */
        TOO_MUCH
    }

    /** What became of a credential that was brought. */
    public sealed interface Outcome {

        /** It is kept, or a newer version of it; created where there was none before. */
        record Kept(BroughtBadge badge, boolean created) implements Outcome {}

        /** It was issued here, to this person: the register has it. */
        record Own() implements Outcome {}

        /**
         * It is not kept.
         *
         * @param about what it was about, for programs; may be empty
         */
        record Refused(Why why, String about) implements Outcome {}
    }

    /** Takes a credential in: JSON, a compact JWS, or a picture with either. */
    public Outcome bring(PersonId person, byte[] file, @Nullable String application) {
        if (file.length > MOST_BYTES) {
            return refused(Why.TOO_LARGE, "");
        }
        var verdict = badges.issuing().verifier().verify(file, Question.at(clock.instant()));
        return switch (verdict) {
            case Verdict.Unreadable unreadable -> refused(Why.UNREADABLE, Found.wrong(unreadable));
            case Verdict.Good(var badge, var _) -> verified(person, file, badge, verdict, application);
            case Verdict.Unsure(var badge, var _) -> verified(person, file, badge, verdict, application);
            case Verdict.Bad(var badge, var _) -> verified(person, file, badge, verdict, application);
        };
    }

    private static Outcome refused(Why why, String about) {
        return new Outcome.Refused(why, about);
    }

    private Outcome verified(
            PersonId person, byte[] file, Presented presented, Verdict verdict, @Nullable String application) {
        if (!KEPT.contains(presented.format())) {
            return refused(Why.OTHER_STANDARD, presented.format().name());
        }
        var found = Found.of(verdict);
        if (found == Found.FORGED) {
            return refused(Why.FORGED, Found.wrong(verdict));
        }
        var arriving = Arriving.read(Arriving.unbaked(file), presented);
        if (arriving.isEmpty()) {
            return refused(Why.NAMELESS, "");
        }
        return isOurs(arriving.get().issuer())
                ? ours(person, arriving.get().credential())
                : keep(person, arriving.get(), found, application);
    }

    // Whoever says that they are this site, in whichever writing of its address.
    private boolean isOurs(String issuer) {
        var root = Place.of(site.of(""));
        return root.isPresent() && Place.of(issuer).filter(root.get()::holds).isPresent();
    }

    private Outcome ours(PersonId person, String credential) {
        var mine = award(credential)
                .filter(award -> award.acceptance() == Award.Acceptance.ACCEPTED)
                .flatMap(award -> views.members().personOf(award.member()))
                .filter(person::equals);
        return mine.isPresent() ? new Outcome.Own() : refused(Why.SOMEBODY_ELSES, "");
    }

    private Optional<Award> award(String credential) {
        var root = site.of("");
        var path = OWN.matcher(credential.startsWith(root) ? credential.substring(root.length()) : "");
        try {
            return path.matches() ? badges.awards().byCode(BadgeCode.typed(path.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // One at a time for a person, so that many at once are bounded like one after another.
    private Outcome keep(PersonId person, Arriving arriving, Found found, @Nullable String application) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("elsewhere " + person)
                    .query((_, _) -> true)
                    .single();
            long others = jdbc.sql(OTHERS)
                    .params(person.value(), arriving.identity())
                    .query(Long.class)
                    .single();
            return others + arriving.document().getBytes(UTF_8).length > MOST_TOGETHER
                    ? refused(Why.TOO_MUCH, "")
                    : insert(person, arriving, found, application);
        }));
    }

    private Outcome insert(PersonId person, Arriving arriving, Found found, @Nullable String application) {
        var id = Id.nextUuid();
        var identity = arriving.identity();
        var kept = jdbc.sql(KEEP)
                .param(id)
                .param(person.value())
                .param(identity)
                .param(arriving.token() ? "JWS" : "JSON")
                .param(arriving.document())
                .param(arriving.credential())
                .param(arriving.name())
                .param(arriving.issuer())
                .param(arriving.issuerName())
                .param(arriving.from().atOffset(ZoneOffset.UTC))
                .param(found.name())
                .param(application)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(person.value())
                .param(MOST)
                .param(person.value())
                .param(identity)
                .update();
        var now = jdbc.sql(ONE)
                .params(person.value(), identity)
                .query((row, _) -> badge(row))
                .optional();
        return now.<Outcome>map(
                        badge -> new Outcome.Kept(badge, kept == 1 && badge.id().equals(id)))
                .orElseGet(() -> refused(Why.TOO_MANY, ""));
    }

    /** Those of a person, the latest to arrive first. */
    public List<BroughtBadge> of(PersonId person) {
        return jdbc.sql(OF).param(person.value()).query((row, _) -> badge(row)).list();
    }

    /** The document of one of a person's as it was signed; empty where it was removed, or is another's. */
    public Optional<String> document(PersonId person, UUID id) {
        return jdbc.sql("select document from web.elsewhere_badge where person = ? and id = ?")
                .params(person.value(), id)
                .query(String.class)
                .optional();
    }

    private static BroughtBadge badge(ResultSet row) throws SQLException {
        return new BroughtBadge(
                row.getObject("id", UUID.class),
                row.getString("form").equals("JWS"),
                row.getString("name"),
                row.getString("issuer_name"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Found.valueOf(row.getString("verdict")),
                row.getString("brought_by"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    /** Verifies one of a person's again; another's is left alone. */
    public void verify(PersonId person, UUID id) {
        document(person, id).ifPresent(document -> verify(id, document));
    }

    private void verify(UUID id, String document) {
        var now = clock.instant();
        var verdict = badges.issuing().verifier().verify(document.getBytes(UTF_8), Question.at(now));
        jdbc.sql("update web.elsewhere_badge set verdict = ?, checked_at = ? where id = ? and document = ?")
                .params(Found.of(verdict).name(), now.atOffset(ZoneOffset.UTC), id, document)
                .update();
    }

    private record Waiting(PersonId person, UUID id) {}

    /**
     * Verifies some of those again that were not for the longest time.
     *
     * @param before none that was verified since
     * @return how many
     */
    int verifyOldest(Instant before, int most) {
        // Their documents one at a time: together they may be large.
        var waiting = jdbc.sql("""
            select id, person from web.elsewhere_badge where checked_at is null or checked_at < ?
             order by checked_at nulls first limit ?
            """)
                .params(before.atOffset(ZoneOffset.UTC), most)
                .query((row, _) ->
                        new Waiting(new PersonId(row.getObject("person", UUID.class)), row.getObject("id", UUID.class)))
                .list();
        waiting.forEach(badge -> verify(badge.person(), badge.id()));
        return waiting.size();
    }

    /** Removes one of a person's; another's is left alone. */
    public void remove(PersonId person, UUID id) {
        jdbc.sql("delete from web.elsewhere_badge where person = ? and id = ?")
                .params(person.value(), id)
                .update();
    }

    /** Removes all that a person brought. */
    public void forget(PersonId person) {
        jdbc.sql("delete from web.elsewhere_badge where person = ?")
                .param(person.value())
                .update();
    }
}
