package org.maillage.web.testing;

import java.util.List;

/** Which pages there are for whom; each renders without anything of its own to show. */
public final class Pages {

    public static final List<String> MEMBER = List.of(
            "/",
            "/mailles",
            "/mailles?date=2026-01-31",
            "/merci",
            "/merci?qui=a",
            "/declarer",
            "/contributions",
            "/moi");
    public static final List<String> COORDINATOR = List.of(
            "/coordination/valider",
            "/coordination/valider?onglet=LOOK_CLOSER",
            "/coordination/valider?onglet=CLARIFICATION_ASKED",
            "/coordination/valider?onglet=DONE",
            "/coordination/membres",
            "/coordination/membres?text=cla");
    public static final List<String> ADMINISTRATOR = List.of("/", "/moi", "/administration", "/administration/sante");

    private Pages() {}
}
