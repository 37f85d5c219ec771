package org.maillage.web.testing;

import java.util.List;

/** Which pages there are for whom; each renders without anything of its own to show. */
public final class Pages {

    public static final List<String> MEMBER = List.of(
            "/",
            "/mailles",
            "/mailles?date=2026-01-31",
            "/mailles?genre=recues",
            "/fonds",
            "/fonds?date=2026-01-31",
            "/merci",
            "/merci?a=fonds",
            "/merci?qui=a",
            "/declarer",
            "/contributions",
            "/contributions?etat=VALIDATED&role=LEAD&texte=premiers",
            "/badges",
            "/badges/pratiques",
            "/v",
            "/ma-part/merci",
            "/portrait",
            "/portrait?periode=toujours",
            "/portrait?date=2026-01-31",
            "/portrait/roles/LEAD",
            "/portrait/roles/EQUIP?periode=toujours",
            "/moi",
            "/moi/visibilite",
            "/moi/notifications",
            "/moi/acces",
            "/moi/depart",
            "/membres",
            "/membres?text=na",
            "/reseau",
            "/bareme",
            "/bareme/1",
            "/charte");
    public static final List<String> COORDINATOR = List.of(
            "/fonds/don",
            "/coordination/valider",
            "/coordination/valider?onglet=LOOK_CLOSER",
            "/coordination/valider?onglet=CLARIFICATION_ASKED",
            "/coordination/valider?onglet=DONE",
            "/coordination/membres",
            "/coordination/membres?text=cla",
            "/coordination/membres?text=personne-de-ce-nom&statut=LEFT",
            "/coordination/membres/inviter",
            "/coordination/badges",
            "/coordination/badges/nouveau",
            "/coordination/badges/a-revoir",
            "/coordination/badges/listes",
            "/reseau/genres",
            "/reseau/structures",
            "/reseau/territoire",
            "/bareme/nouveau",
            "/charte/nouvelle");
    public static final List<String> ADMINISTRATOR = List.of(
            "/",
            "/moi",
            "/moi/notifications",
            "/moi/acces",
            "/administration",
            "/administration/sante",
            "/administration/cles",
            "/administration/journal",
            "/administration/journal?nom=network.created&du=2020-01-01",
            "/administration/journal/1");

    private Pages() {}
}
