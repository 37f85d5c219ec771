package org.maillage.web.credits;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Organisation;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Accounts of organisations: whose a reader may open, and what their lines say to them. */
@Component
public final class OrganisationAccounts {

    private final Projections views;
    private final Statements statements;
    private final Words words;

    OrganisationAccounts(Projections views, Statements statements, Words words) {
        this.views = views;
        this.statements = statements;
        this.words = words;
    }

    /** Organisations whose account somebody may read: all of them for the coordination, else the one they act for. */
    public List<Organisation> open(Standing standing) {
        return standing.coordinator()
                ? views.networks().organisations(standing.network(), AsOf.NOW)
                : actsFor(standing).stream().toList();
    }

    /** The organisation that somebody says they act for. */
    Optional<Organisation> actsFor(Standing standing) {
        return views.members()
                .find(standing.network(), standing.member(), AsOf.NOW)
                .flatMap(member -> Optional.ofNullable(member.organisation()))
                .flatMap(own -> views.networks().organisation(standing.network(), own));
    }

    /** A line as a page shows it; a person is named to the coordination and to themselves. */
    Line line(Standing standing, StatementLine line, Locale locale) {
        var shown = statements.line(standing, line, locale);
        var title = isNamed(standing, line) ? shown.title() : words.say("credits.line.somebody." + line.what(), locale);
        return new Line(shown.role(), title, shown.meta(), shown.hundredths(), shown.when());
    }

    private static boolean isNamed(Standing standing, StatementLine line) {
        var other = line.counterpart();
        return other == null
                || other.holder() != AccountId.Holder.MEMBER
                || standing.coordinator()
                || other.equals(AccountId.of(standing.member()));
    }

    /**
     * A line of an organisation's account.
     *
     * @param role whose mark it bears; null for a gift
     * @param meta how much of which day; null for a gift
     */
    record Line(@Nullable Role role, String title, @Nullable String meta, long hundredths, String when) {}
}
