package org.maillage.web.coordination;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.queue.Tab;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where somebody is in the queue; every form of it carries this along.
 *
 * @param onglet the tab; ready ones where none is named
 * @param text what the list is filtered by: part of a name or of a kind's; empty for all
 * @param suite the cursor of the page; null for the first
 * @param choisie the claim beside the list; null for the first of the list
 */
record QueuePlace(
        @Nullable Tab onglet,
        @Nullable String text,
        @Nullable String suite,
        @Nullable ContributionId choisie) {

    static final String PATH = "/coordination/valider";

    QueuePlace {
        onglet = onglet == null ? Tab.READY : onglet;
        text = text == null ? "" : text.strip();
        suite = suite == null || suite.isBlank() ? null : suite;
    }

    /** The tab. */
    Tab tab() {
        return onglet == null ? Tab.READY : onglet;
    }

    /** What is searched for; empty for all. */
    String search() {
        return text == null ? "" : text;
    }

    /** The same place beside another claim, or none. */
    QueuePlace beside(@Nullable ContributionId other) {
        return new QueuePlace(onglet, text, suite, other);
    }

    /** The first page of a tab under the same filter. */
    QueuePlace at(Tab other) {
        return new QueuePlace(other, text, null, null);
    }

    /** Another page of the same list. */
    QueuePlace page(@Nullable String cursor) {
        return new QueuePlace(onglet, text, cursor, null);
    }

    /** The address of the page, as links and redirects name it. */
    String address() {
        return under(PATH);
    }

    /** The address of a form about the claim beside the list, such as {@code refus}. */
    String form(String form) {
        return beside(null).under(PATH + "/" + choisie + "/" + form);
    }

    /** A path of the queue that comes back here. */
    String under(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (tab() != Tab.READY) {
            address.queryParam("onglet", tab());
        }
        if (!search().isEmpty()) {
            address.queryParam("text", "{text}");
        }
        if (suite != null) {
            address.queryParam("suite", "{suite}");
        }
        if (choisie != null) {
            address.queryParam("choisie", choisie);
        }
        var values = new java.util.HashMap<String, Object>();
        values.put("text", search());
        values.put("suite", suite == null ? "" : suite);
        return address.encode().buildAndExpand(values).toUriString();
    }
}
