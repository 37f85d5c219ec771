package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.member.Standing;
import org.maillage.web.security.WrittenForm;
import org.springframework.stereotype.Component;

/**
 * What somebody wrote before they read it over on a page of its own: kept in their session, sealed, so that this page can
 * be opened anew and gone back to. A session keeps one draft a page.
 */
@Component
public final class Drafts {

    private static final int MOST_TEXT = 64 * 1_024;

    private final Vault vault;

    Drafts(Vault vault) {
        this.vault = vault;
    }

    /**
     * Keeps what was written for a page, in the place of what was kept for it before.
     *
     * @throws Refused if it is too long
     */
    public void keep(
            String page, FormKey key, Map<String, String> fields, Standing standing, HttpServletRequest request) {
        var values = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> values.put(name, List.of(value)));
        var text = new WrittenForm(page, key.toString(), values).encoded();
        Refused.when(text.length() > MOST_TEXT, Reason.TEXT_TOO_LONG);
        var sealed = vault.seal(text, List.of(standing.member()), place(key));
        request.getSession().setAttribute(name(page), key + " " + sealed.envelope());
    }

    /** What was written for a page under a key, by this membership; empty where it is no longer kept. */
    public Optional<Map<String, String>> find(String page, String key, Standing standing, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(name(page)) instanceof String kept)
                || !kept.startsWith(key + " ")
                || key.isEmpty()) {
            return Optional.empty();
        }
        var sealed = new SealedText(kept.substring(key.length() + 1));
        return vault.open(sealed, place(FormKey.of(key))).map(text -> {
            var fields = new LinkedHashMap<String, String>();
            WrittenForm.decoded(text).pairs().forEach(pair -> fields.put(pair.getKey(), pair.getValue()));
            return fields;
        });
    }

    /** Forgets what was written for a page. */
    public void end(String page, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(name(page));
        }
    }

    private static String name(String page) {
        return "draft " + page;
    }

    private static Vault.Place place(FormKey key) {
        return new Vault.Place(new StreamId("draft/" + key), "form.written", "text");
    }
}
