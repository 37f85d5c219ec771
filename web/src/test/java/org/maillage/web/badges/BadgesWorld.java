package org.maillage.web.badges;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A network on the running program, with Nadia and Claire, who coordinates it, each at her browser. */
@RunningProgram
public abstract class BadgesWorld {

    private static final Pattern ORGANISATION = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    protected int port;

    @Autowired
    protected TestNetwork network;

    @Autowired
    protected Badges badges;

    protected TestNetwork.Made made;
    protected Browser claire;
    protected Browser nadia;

    @BeforeEach
    void a_network() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    /** A key that makes the sending of one form one command. */
    protected static String key() {
        return FormKey.next().toString();
    }

    protected static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    /** What badges Nadia has. */
    protected List<Award> awards() {
        return badges.awards().of(made.network(), made.nadia().member(), today());
    }

    /** Claire registers an organisation, and is of it. */
    protected void claireIsOf(String organisation) {
        claire.submit("/reseau/structures", Map.of("key", key(), "name", organisation, "siret", ""));
        var id = Browser.first(ORGANISATION, claire.open("/moi").body());
        claire.submit("/moi/profil", Map.of("key", key(), "name", "Claire", "organisation", id, "offers", ""));
    }
}
