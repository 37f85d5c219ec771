package org.maillage.ledger.journal;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** What an SQL state says about an append. The states stand in PostgreSQL's manual, appendix A. */
final class Failure {

    private Failure() {}

    /** Lost, ended by the server or never made (08, 57P), or not a state of PostgreSQL's at all. */
    static boolean isOfTheConnection(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /**
     * Something in what is stored: its data (22), a constraint (23), a limit (54). Trying it again would not help. A
     * position that is taken is not its own fault: somebody has written past the lock.
     */
    static boolean isOfItsOwn(SQLException failure) {
        var state = failure.getSQLState();
        if (failure instanceof PSQLException told
                && told.getServerErrorMessage() != null
                && "event_pkey".equals(told.getServerErrorMessage().getConstraint())) {
            return false;
        }
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /** What the caller of the one append that cannot be stored is told. */
    static RuntimeException toCaller(SQLException failure) {
        return new IllegalArgumentException("it cannot be stored: " + failure.getMessage(), failure);
    }
}
