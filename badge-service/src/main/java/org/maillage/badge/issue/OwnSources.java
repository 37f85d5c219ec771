package org.maillage.badge.issue;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Reading;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.badge.verify.Sources;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.Malformed;
import org.maillage.ledger.value.NetworkId;

/** What this installation knows of what it issued itself, read from its tables: nothing is fetched. */
final class OwnSources implements Sources {

    private static final String UUID_FORM = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final String CODE = "([0-9A-Za-z]{4}-?[0-9A-Za-z]{4})";
    private static final String LANGUAGE = "(?:\\?lang=([a-z]{2}))?";

    private static final Pattern ISSUER = Pattern.compile("/(?:ob2/)?issuers/" + UUID_FORM);
    private static final Pattern KEY = Pattern.compile("/issuers/" + UUID_FORM + "/keys/" + UUID_FORM);
    private static final Pattern STATUS =
            Pattern.compile("/issuers/" + UUID_FORM + "/status/([a-z]{1,20})/([0-9]{1,9})");
    private static final Pattern BADGE = Pattern.compile("(?:/ob2)?/b/" + CODE + LANGUAGE);
    private static final Pattern HOSTED = Pattern.compile("/ob2/b/" + CODE + LANGUAGE);
    private static final Pattern HOSTED_ISSUER = Pattern.compile("/ob2/issuers/" + UUID_FORM);
    private static final Pattern ENDORSEMENT = Pattern.compile("/b/" + CODE + "/endorsements/" + UUID_FORM + "\\.json");
    private static final Pattern HOSTED_BADGE =
            Pattern.compile("/ob2/badges/" + UUID_FORM + "/([0-9]{1,6})/([a-z]{2})");

    private static final String SUSPENDED = """
        select recorded_at from badge.award_change where award = ? and what = 'award.suspended'
         order by position desc limit 1
        """;

    private final Reading reading;
    private final Awards awards;
    private final IssuerKeys keys;
    private final IssuedBadges badges;
    private final IssuerDocuments issuers;
    private final StatusLists lists;
    private final Supplier<@Nullable Statements> statements;

    OwnSources(
            Reading reading,
            Awards awards,
            IssuerKeys keys,
            IssuedBadges badges,
            IssuerDocuments issuers,
            StatusLists lists,
            Supplier<@Nullable Statements> statements) {
        this.reading = reading;
        this.awards = awards;
        this.keys = keys;
        this.badges = badges;
        this.issuers = issuers;
        this.lists = lists;
        this.statements = statements;
    }

    @Override
    public Optional<FoundKey> key(URI id) {
        return within(KEY, id).flatMap(found -> {
            var network = network(found);
            return keys.of(network).stream()
                    .filter(key -> key.id().value().equals(UUID.fromString(found.group(2))))
                    .findFirst()
                    .map(key -> new FoundKey(key.verifying(), issuer(network), key.state(), true));
        });
    }

    private URI issuer(NetworkId network) {
        var now = statements.get();
        return now == null ? URI.create("urn:uuid:" + network) : now.addresses().issuer(network);
    }

    @Override
    public Optional<byte[]> document(URI address) {
        return status(address)
                .or(() -> within(HOSTED, address)
                        .flatMap(found -> code(found.group(1))
                                .flatMap(badges::shown)
                                .map(badge -> badges.hosted(badge, language(found.group(2))))))
                .or(() -> within(ENDORSEMENT, address)
                        .flatMap(found -> code(found.group(1))
                                .flatMap(badges::shown)
                                .flatMap(badge -> badges.endorsement(badge, found.group(2)))))
                .or(() -> within(HOSTED_ISSUER, address).flatMap(found -> issuers.hostedIssuer(network(found))))
                .or(() -> within(HOSTED_BADGE, address)
                        .flatMap(found -> issuers.hostedBadge(
                                BadgeDefinitionId.of(found.group(1)),
                                Integer.parseInt(found.group(2)),
                                language(found.group(3)))));
    }

    private Optional<byte[]> status(URI address) {
        return within(STATUS, address)
                .flatMap(found -> StatusPurpose.of(found.group(2))
                        .flatMap(purpose -> lists.document(network(found), purpose, Long.parseLong(found.group(3)))));
    }

    @Override
    public Optional<Award> award(URI credential) {
        return within(BADGE, credential)
                .flatMap(found -> code(found.group(1)))
                .flatMap(awards::byCode)
                .map(award -> {
                    var revocation = award.revocation();
                    if (revocation != null) {
                        return new Award.Revoked(revocation.at(), revocation.published());
                    }
                    return IssuedBadges.counts(award) ? new Award.Standing() : new Award.Suspended(suspended(award));
                });
    }

    private Instant suspended(org.maillage.badge.question.Award award) {
        return reading.first(
                        SUSPENDED,
                        row -> Reading.time(row, "recorded_at"),
                        award.award().value())
                .orElse(award.awardedAt());
    }

    @Override
    public Optional<Endorsed> endorsement(URI id) {
        return within(ENDORSEMENT, id)
                .map(found -> code(found.group(1))
                        .flatMap(badges::of)
                        .flatMap(badge -> badges.endorser(badge, found.group(2)))
                        .<Endorsed>map(Endorsed.By::new)
                        .orElseGet(Endorsed.Nobody::new));
    }

    @Override
    public boolean knows(URI issuer) {
        return within(ISSUER, issuer)
                .flatMap(found -> issuers.jwks(network(found)))
                .isPresent();
    }

    /** The parts of an address of this site's; empty for another's. */
    private Optional<MatchResult> within(Pattern pattern, URI address) {
        var now = statements.get();
        var root = now == null ? "" : written(now.addresses().root());
        var text = written(address);
        if (root.isEmpty() || !text.startsWith(root)) {
            return Optional.empty();
        }
        var matcher = pattern.matcher(text.substring(root.length()));
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** An address in one way of writing (RFC 3986, section 6.2.2.1): scheme and host in small letters. */
    private static String written(URI address) {
        var text = address.toString();
        var host = address.getRawAuthority();
        if (host == null || address.getScheme() == null) {
            return text;
        }
        int end = address.getScheme().length() + "://".length() + host.length();
        return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
    }

    private static NetworkId network(MatchResult found) {
        return NetworkId.of(found.group(1));
    }

    private static Language language(@Nullable String tag) {
        return tag == null ? Language.FR : Language.of(tag).orElse(Language.FR);
    }

    private static Optional<BadgeCode> code(String text) {
        try {
            return Optional.of(BadgeCode.typed(text));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
