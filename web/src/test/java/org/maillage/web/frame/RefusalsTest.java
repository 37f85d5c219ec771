package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Cursor;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

class RefusalsTest {

    private final ExceptionHandlerMethodResolver refusals = new ExceptionHandlerMethodResolver(Refusals.class);

    @Test
    void what_somebody_wrote_in_another_form_is_answered_as_unreadable() {
        var unreadable = List.<ThrowingCallable>of(
                () -> FormKey.of("no key"),
                () -> NetworkId.of("zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"),
                () -> AccountId.of("nobody/01890000-0000-7000-8000-000000000000"),
                () -> AccountId.of("member"),
                () -> new KindCode("No Kind"));

        for (var reading : unreadable) {
            var thrown = catchThrowable(reading);
            assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
            assertThat(refusals.resolveMethodByThrowable(thrown)).isNotNull();
        }
        assertThat(refusals.resolveMethodByExceptionType(Cursor.Malformed.class))
                .isNotNull();
    }

    @Test
    void a_fault_of_the_program_is_not_hidden_as_something_unreadable() {
        assertThat(refusals.resolveMethodByExceptionType(IllegalArgumentException.class))
                .isNull();
        assertThat(refusals.resolveMethodByExceptionType(IllegalStateException.class))
                .isNull();
    }
}
