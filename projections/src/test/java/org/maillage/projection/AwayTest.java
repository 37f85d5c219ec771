package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class AwayTest {

    @Test
    void no_connection_and_a_lost_one_say_that_the_database_is_away_however_they_are_wrapped() {
        assertThat(Away.isWhy(new SQLTransientConnectionException("timed out"))).isTrue();
        assertThat(Away.isWhy(wrapped(new SQLException("refused", "08001")))).isTrue();
        assertThat(Away.isWhy(wrapped(new SQLException("terminating connection", "57P01"))))
                .isTrue();
        assertThat(Away.isWhy(wrapped(new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void what_a_database_refuses_is_no_absence() {
        assertThat(Away.isWhy(wrapped(new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(Away.isWhy(wrapped(new SQLException("no state")))).isFalse();
        assertThat(Away.isWhy(new IllegalStateException("a fault"))).isFalse();
        assertThat(Away.isWhy(null)).isFalse();
    }

    private static Exception wrapped(SQLException why) {
        return new IllegalStateException("outer", new IllegalArgumentException("inner", why));
    }
}
