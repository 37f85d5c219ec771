package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.network.NetworkCommand.ChangeTerritory;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

class CommandHashTest {

    private final CommandHash hash = new CommandHash(new PlainVault());
    private final NetworkId network = NetworkId.next();
    private final MemberId by = MemberId.next();
    private final Commune reims = new Commune(new InseeCode("51454"), 2026);
    private final Commune ajaccio = new Commune(new InseeCode("2A004"), 2026);

    private ChangeTerritory territory(Set<Commune> communes) {
        return new ChangeTerritory(network, by, communes);
    }

    /** Sets come in another order in another process, and a retry may reach another process. */
    @Test
    void the_order_of_a_set_does_not_make_another_command() {
        var one = territory(new LinkedHashSet<>(List.of(reims, ajaccio)));
        var other = territory(new LinkedHashSet<>(List.of(ajaccio, reims)));
        assertThat(hash.of(one)).hasSize(64).isEqualTo(hash.of(other));
    }

    @Test
    void another_content_is_another_command() {
        assertThat(hash.of(territory(Set.of(reims)))).isNotEqualTo(hash.of(territory(Set.of(ajaccio))));
    }
}
