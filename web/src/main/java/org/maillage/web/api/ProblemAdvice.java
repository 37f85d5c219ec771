package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Refused;
import org.maillage.projection.Away;
import org.maillage.web.RefusalStatus;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.json.JsonFaults;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problem;
import org.maillage.web.api.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Turns whatever stops a request into a problem; nothing was stored. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;
    private final BehindViews behind;

    ProblemAdvice(Problems problems, BehindViews behind) {
        this.problems = problems;
        this.behind = behind;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused, HttpServletRequest request) {
        if (RefusalStatus.of(refused) == HttpStatus.NOT_FOUND && behind.mayHold(request)) {
            return answer(Fault.BEHIND, request);
        }
        return answer(problems.of(refused, request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(ApiProblem problem, HttpServletRequest request) {
        if (problem.fault() == Fault.UNKNOWN_EVIDENCE && behind.mayHold(request)) {
            return answer(Fault.BEHIND, request);
        }
        return answer(problems.of(problem, request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(Ledger.Unavailable unavailable, HttpServletRequest request) {
        LOG.warn("the journal cannot take a command now: {}", unavailable.getMessage());
        return answer(Fault.UNAVAILABLE, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(problems.of(JsonFaults.of(unreadable), request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongContentType(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return answer(Fault.WRONG_CONTENT_TYPE, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAcceptable(HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return answer(Fault.NOT_ACCEPTABLE, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongParameter(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        var fault = FieldFault.parameter(wrong.getName(), "wrong-value");
        // An id that is none names nothing: what stands in the path is unknown rather than invalid.
        var kind = wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Fault.UNKNOWN_ADDRESS
                : Fault.INVALID_REQUEST;
        return answer(problems.of(new ApiProblem(kind, List.of(fault), Map.of()), request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        var fault = FieldFault.parameter(missing.getParameterName(), "required");
        return answer(problems.of(ApiProblem.invalid(fault), request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestPartException missing, HttpServletRequest request) {
        var fault = FieldFault.parameter(missing.getRequestPartName(), "required");
        return answer(problems.of(ApiProblem.invalid(fault), request), request);
    }

    /** A file stands where a text is expected. */
    @ExceptionHandler
    ResponseEntity<Problem> wrongPart(MethodArgumentConversionNotSupportedException wrong, HttpServletRequest request) {
        var fault = FieldFault.parameter(wrong.getName(), "wrong-value");
        return answer(problems.of(ApiProblem.invalid(fault), request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException missing, HttpServletRequest request) {
        var fault = FieldFault.header(missing.getHeaderName(), "required");
        return answer(problems.of(ApiProblem.invalid(fault), request), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badAddress(InvalidParameterException bad, HttpServletRequest request) {
        return answer(Fault.BAD_ADDRESS, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAllowed(AccessDeniedException denied, HttpServletRequest request) {
        return answer(Fault.NOT_ALLOWED, request);
    }

    /** What nobody foresaw: the person learns nothing of the inside, the log all of it. */
    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception unexpected, HttpServletRequest request) {
        if (Away.isWhy(unexpected)) {
            LOG.warn("a database is away: {} {}", request.getMethod(), request.getRequestURI());
            return answer(Fault.DATABASE_AWAY, request);
        }
        LOG.error("an API request failed: {} {}", request.getMethod(), request.getRequestURI(), unexpected);
        return answer(Fault.UNEXPECTED, request);
    }

    private ResponseEntity<Problem> answer(Fault fault, HttpServletRequest request) {
        return answer(problems.of(new ApiProblem(fault), request), request);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpServletRequest request) {
        var answer = ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CONTENT_LANGUAGE, Problems.language(request).toLanguageTag());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            var seconds = problem.reason().equals(Fault.DATABASE_AWAY.code()) ? Fault.DATABASE_AWAY.seconds() : 1;
            answer.header(HttpHeaders.RETRY_AFTER, "" + seconds);
        }
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED.value()) {
            answer.header(HttpHeaders.ALLOW, problem.details().getOrDefault("allowed", ""));
        }
        return answer.body(problem);
    }
}
