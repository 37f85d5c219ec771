package org.maillage.projection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what failed because a database is away from what failed for any other reason. */
public final class Away {

    // PostgreSQL, appendix A, class 57: it shuts down, has crashed, or starts.
    private static final Set<String> GOING_OR_COMING = Set.of("57P01", "57P02", "57P03");

    // What HikariCP says, without a state, of a connection that it has given up because the server closed it.
    private static final String LOST = "Connection is closed";

    private static final int DEEPEST = 50;

    private Away() {}

    /** Whether no connection could be had, or the one in use was lost; false for whatever else a database refuses. */
    public static boolean isWhy(@Nullable Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isConnection(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isConnection(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException) {
            return true;
        }
        var state = failure.getSQLState();
        if (state == null) {
            return LOST.equals(failure.getMessage());
        }
        // SQL:2023, class 08: connection exception.
        return state.startsWith("08") || GOING_OR_COMING.contains(state);
    }
}
