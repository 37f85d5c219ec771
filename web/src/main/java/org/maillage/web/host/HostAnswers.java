package org.maillage.web.host;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers refusals of the Host API in its own form. */
@ControllerAdvice(basePackageClasses = HostAnswers.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HostAnswers {

    @ExceptionHandler
    ResponseEntity<byte[]> refused(StatusInfo.Refused refused) {
        return refused.info().answer();
    }
}
