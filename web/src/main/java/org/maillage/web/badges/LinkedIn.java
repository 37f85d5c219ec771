package org.maillage.web.badges;

import java.util.Optional;
import java.util.regex.Pattern;
import org.maillage.ledger.value.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers by which LinkedIn knows the pages of networks, where coordinators gave one. */
@Component
public final class LinkedIn {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,14}");

    private final JdbcClient jdbc;

    LinkedIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of a network's page; empty where it has none. */
    public Optional<String> of(NetworkId network) {
        return jdbc.sql("select organisation from web.network_linkedin where network = ?")
                .param(network.value())
                .query(String.class)
                .optional();
    }

    /** Keeps the number of a network's page, or none for a blank text; returns false where it is no number. */
    public boolean say(NetworkId network, String typed) {
        var number = typed.strip();
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            return false;
        }
        jdbc.sql("delete from web.network_linkedin where network = ?")
                .param(network.value())
                .update();
        if (!number.isEmpty()) {
            jdbc.sql("insert into web.network_linkedin (network, organisation) values (?, ?) on conflict do nothing")
                    .params(network.value(), Long.parseLong(number))
                    .update();
        }
        return true;
    }
}
