package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What a making did.
 *
 * @param day the day for which the network is made; that of the first making, when it is resumed later
 * @param commands how many commands were given
 * @param events how many events were added by this making; 0 where it had been made before
 * @param refused what the ledger refused, as «key: reason»; normally nothing
 */
public record Made(LocalDate day, int commands, long events, List<String> refused) {

    public Made {
        refused = List.copyOf(refused);
    }
}
