package org.maillage.badge.issue;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Definitions;
import org.maillage.badge.question.Reading;
import org.maillage.badge.verify.BakedPictures;
import org.maillage.badge.verify.Sources;
import org.maillage.badge.verify.Verifier;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.vault.SecretWrapping;
import org.maillage.ledger.vault.Vault;

/** From awards to credentials, and all that others need to read and verify them. */
public final class Issuing {

    private final IssuerKeys keys;
    private final IssueWhenAwarded issuing;
    private final IssuedBadges badges;
    private final IssuerDocuments issuers;
    private final StatusLists lists;
    private final StatusPlaces places;
    private final Sources sources;
    private final Verifier verifier;

    /**
     * Where what is issued is found, and by what its keys are wrapped.
     *
     * @param root address of the site, without a slash at its end; empty before it is known, and nothing is signed then
     */
    public record Site(SecretWrapping wrapping, Supplier<Optional<URI>> root) {}

    public Issuing(
            DataSource dataSource,
            Vault vault,
            Awards awards,
            Definitions definitions,
            Ledger ledger,
            Clock clock,
            Site site) {
        var reading = new Reading(dataSource);
        var box = new JsonLdBox();
        var contents = new Contents(reading);
        var secrets = new SecretKeys(dataSource, site.wrapping());
        places = new StatusPlaces(vault);
        keys = new IssuerKeys(dataSource, secrets, ledger, clock);
        Supplier<@Nullable Statements> statements = () -> site.root()
                .get()
                .map(root -> new Statements(new Addresses(root), places))
                .orElse(null);
        var signing = new Signing(new Issuance(box), keys, secrets);
        issuing = new IssueWhenAwarded(dataSource, awards, contents, keys, signing, statements);
        badges = new IssuedBadges(reading, awards, contents, keys, signing, places, statements);
        issuers = new IssuerDocuments(reading, awards, definitions, contents, keys, statements);
        lists = new StatusLists(reading, box, keys, places, statements, clock);
        sources = new OwnSources(reading, awards, keys, badges, issuers, lists, statements);
        verifier = new Verifier(box, sources, new BakedPictures());
    }

    /** The reaction that signs. */
    public IssueWhenAwarded whenAwarded() {
        return issuing;
    }

    public IssuerKeys keys() {
        return keys;
    }

    /** Badges by code. */
    public IssuedBadges badges() {
        return badges;
    }

    public IssuerDocuments issuers() {
        return issuers;
    }

    public StatusLists statusLists() {
        return lists;
    }

    public StatusPlaces places() {
        return places;
    }

    /** What is known here of what was issued here. */
    public Sources sources() {
        return sources;
    }

    /** Verifies what was issued here, and what others issued as far as its keys are in it. */
    public Verifier verifier() {
        return verifier;
    }
}
