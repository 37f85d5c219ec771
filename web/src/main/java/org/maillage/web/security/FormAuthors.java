package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.maillage.ledger.event.PersonEvent.MembershipHeld;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.member.Standing;
import org.springframework.stereotype.Component;

/**
 * Says in each form whose it is, and in which network: a keyed hash of the membership, or of the person where there is
 * none. Nobody but this installation makes it, so a form that comes back with it was shown to that person.
 */
@Component
public final class FormAuthors {

    /** The hidden field that bears it. */
    public static final String FIELD = "_auteur";

    private static final int BYTES = 16;

    private final Vault vault;
    private final Journal journal;

    FormAuthors(Vault vault, Journal journal) {
        this.vault = vault;
        this.journal = journal;
    }

    /** What the forms of a viewer's pages bear. */
    public String of(Viewer viewer) {
        var current = viewer.current();
        return current == null
                ? hash(viewer.person().toString())
                : hash(current.member().toString());
    }

    /** Whether a form is the viewer's, in whichever of their networks. */
    public boolean isBy(Viewer viewer, String author) {
        return author.equals(hash(viewer.person().toString()))
                || standing(viewer, author).isPresent();
    }

    /** The same of whoever signed in, by the journal alone: it knows their memberships also while the views are away. */
    public boolean isBy(PersonId person, String author) {
        return author.equals(hash(person.toString()))
                || journal.stream(StreamId.of(person), 0).stream()
                        .map(Recorded::event)
                        .anyMatch(event -> event instanceof MembershipHeld held
                                && author.equals(hash(held.member().toString())));
    }

    /** The membership that a form was shown to; empty where it is none of the viewer's. */
    public Optional<Standing> standing(Viewer viewer, String author) {
        return viewer.standings().stream()
                .filter(one -> hash(one.member().toString()).equals(author))
                .findFirst();
    }

    /** What a form that was sent bears; empty where nothing. */
    static String sent(HttpServletRequest request) {
        var author = request.getParameter(FIELD);
        return author == null ? "" : author;
    }

    private String hash(String id) {
        var whole = vault.hmac(("form of " + id).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
    }
}
