package org.maillage.web.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.value.NetworkId;

/**
 * The demonstration network: a parent and twelve regional networks of 2,300 members, with fourteen months of history made
 * by real commands of the program. Everybody and everything in it is fictional.
 *
 * <p>Ids and keys follow from a fixed seed, so that making it again adds nothing, and a making that was interrupted is
 * continued. Days of contributions lie in the past; the journal records them on the day of the making (rule 15).
 */
public final class DemonstrationNetwork {

    /** Another seed makes another network. */
    static final long SEED = 20_170_612;

    private DemonstrationNetwork() {}

    /** Makes the network at full size, or finishes it, or finds that it is made. */
    public static Made make(Ledger ledger, Clock clock, Progress progress) {
        return make(ledger, LocalDate.now(clock.withZone(Milestones.PARIS)), Scale.FULL, progress);
    }

    /**
     * Makes the network.
     *
     * @param today the day after its last contribution; a making that was begun on an earlier day goes on for that day
     * @param scale how large; the same each time
     */
    public static Made make(Ledger ledger, LocalDate today, Scale scale, Progress progress) {
        return new Making(ledger, new Ids(SEED), today, scale, progress).make();
    }

    /** The people of the sign-in page, in order. */
    public static List<DemoPerson> people() {
        return SignInPeople.people(new Ids(SEED));
    }

    /** The network that most of the people above are of. */
    public static NetworkId mainNetwork() {
        return new Ids(SEED).network(Region.TWELVE.getFirst().key());
    }
}
