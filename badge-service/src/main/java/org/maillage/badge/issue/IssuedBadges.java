package org.maillage.badge.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.openbadges2.HostedDocuments;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.value.BadgeCode;

/** Badges by their public code, and their credentials in each form. */
public final class IssuedBadges {

    private static final String STORED = """
        select document from badge.credential
         where award = ? and language = ? and root = ? and document is not null
        """;

    private final Reading reading;
    private final Awards awards;
    private final Contents contents;
    private final IssuerKeys keys;
    private final Signing signing;
    private final StatusPlaces places;
    private final Pictures pictures;
    private final Supplier<@Nullable Statements> statements;

    IssuedBadges(
            Reading reading,
            Awards awards,
            Contents contents,
            IssuerKeys keys,
            Signing signing,
            StatusPlaces places,
            Supplier<@Nullable Statements> statements) {
        this.reading = reading;
        this.awards = awards;
        this.contents = contents;
        this.keys = keys;
        this.signing = signing;
        this.places = places;
        this.pictures = new Pictures();
        this.statements = statements;
    }

    /** What everybody may see under a code: a badge that its member accepted and shows, revoked or not. */
    public Optional<IssuedBadge> shown(BadgeCode code) {
        return awards.shown(code)
                .filter(award -> award.acceptance() == Award.Acceptance.ACCEPTED)
                .flatMap(this::issued);
    }

    /** The badge that has a code, shown or not: for its member. */
    public Optional<IssuedBadge> of(BadgeCode code) {
        return awards.byCode(code).flatMap(this::issued);
    }

    private Optional<IssuedBadge> issued(Award award) {
        var now = statements.get();
        if (now == null) {
            return Optional.empty();
        }
        var place = places.of(award.network(), award.number());
        return Optional.of(new IssuedBadge(
                award, contents.issuer(award.network()).name(), now.addresses(), place.list(), place.place(), null));
    }

    /** The credential with its Data Integrity proof, as JSON; empty before the network has a key. */
    public Optional<byte[]> document(IssuedBadge badge, Language language) {
        var award = badge.award();
        var stored = Signing.holdsSealedWords(award) || badge.telling() != null
                ? Optional.<byte[]>empty()
                : reading.first(
                        STORED,
                        row -> row.getBytes("document"),
                        award.award().value(),
                        language.tag(),
                        badge.addresses().root().toString());
        return stored.or(() -> signed(badge, language));
    }

    private Optional<byte[]> signed(IssuedBadge badge, Language language) {
        var award = badge.award();
        return signing.document(said(badge, language), keys.of(award.network()), statements(badge))
                .map(Signing.Signed::document);
    }

    private Signing.Said said(IssuedBadge badge, Language language) {
        var award = badge.award();
        return new Signing.Said(
                award, contents.issuer(award.network()), contents.said(award), language, badge.identities());
    }

    private Statements statements(IssuedBadge badge) {
        return new Statements(badge.addresses(), places);
    }

    /** The credential as a token (VC-JWT, RS256); empty before the network has a key. */
    public Optional<String> token(IssuedBadge badge, Language language) {
        return signing.token(said(badge, language), keys.of(badge.award().network()), statements(badge));
    }

    /** The picture with the credential in it; empty before the network has a key. */
    public Optional<byte[]> png(IssuedBadge badge, Language language) {
        return document(badge, language).map(json -> pictures.baked(badge.award(), new String(json, UTF_8)));
    }

    /** The drawing with the credential in it; empty before the network has a key. */
    public Optional<String> svg(IssuedBadge badge, Language language) {
        return document(badge, language)
                .map(json -> pictures.bakedSvg(badge.award(), language, new String(json, UTF_8)));
    }

    /**
     * The picture that other sites show beside a link.
     *
     * @param ended the word for a badge that does not count; empty where it does
     */
    public byte[] card(IssuedBadge badge, Language language, String holder, String ended) {
        return pictures.card(badge, language, holder, ended);
    }

    /** An endorsement of a badge, signed by whoever gave it; empty where the badge has none of this name. */
    public Optional<byte[]> endorsement(IssuedBadge badge, String name) {
        var award = badge.award();
        return award.endorsements().stream()
                .filter(endorsement -> Statements.name(award, endorsement).equals(name))
                .findFirst()
                .map(endorsement -> StrictJson.write(
                        signing.endorsement(award, endorsement, contents.issuer(award.network()), statements(badge))));
    }

    /** Who gives an endorsement of a badge, by the key that stands for them; empty where the badge has none of this name. */
    Optional<URI> endorser(IssuedBadge badge, String name) {
        return badge.award().endorsements().stream()
                .filter(endorsement ->
                        Statements.name(badge.award(), endorsement).equals(name))
                .findFirst()
                .map(signing::endorser);
    }

    /** The hosted assertion of Open Badges 2.0; what says that it is revoked where it is, or suspended. */
    public byte[] hosted(IssuedBadge badge, Language language) {
        var at = badge.hosted(language);
        if (!counts(badge.award())) {
            var revocation = badge.award().revocation();
            return StrictJson.write(
                    HostedDocuments.revoked(at.assertion(), revocation == null ? null : revocation.published()));
        }
        var said = said(badge, language);
        return StrictJson.write(HostedDocuments.assertion(signing.badge(said, said.said(), statements(badge)), at));
    }

    /** Whether whoever asks may rely on it, but for its period: neither revoked nor suspended. */
    public static boolean counts(Award award) {
        return switch (award.standing()) {
            case VALID, EXPIRED -> true;
            case SUSPENDED, REVOKED -> false;
        };
    }
}
