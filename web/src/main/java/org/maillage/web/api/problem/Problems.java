package org.maillage.web.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.Refused;
import org.maillage.web.RefusalStatus;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.api.json.FieldFault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems, in the language of the request, and writes them where no controller is reached. */
@Component
public final class Problems {

    private final ProblemTexts texts = new ProblemTexts();
    private final JsonMapper json = ApiJson.mapper();

    /** The problem that a refusal of the ledger is. */
    public Problem of(Refused refused, HttpServletRequest request) {
        var reason = refused.reason();
        var status = RefusalStatus.of(refused).value();
        return problem(reason.code(), status, List.of(), refused.details(), request);
    }

    /** The problem that a request is. */
    public Problem of(ApiProblem problem, HttpServletRequest request) {
        var fault = problem.fault();
        return problem(fault.code(), fault.status(), problem.faults(), problem.details(), request);
    }

    /** Answers with a problem; for filters and security, before any controller. */
    public void write(Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(fault.status());
        head(fault, request, response);
        response.getOutputStream().write(text(fault, request).getBytes(StandardCharsets.UTF_8));
    }

    /** The headers that go with a problem. */
    public static void head(Fault fault, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", language(request).toLanguageTag());
        if (fault.status() == RefusalStatus.UNAVAILABLE.value()) {
            response.setHeader("Retry-After", "" + fault.seconds());
        }
    }

    /** A problem as it is sent. */
    public String text(Fault fault, HttpServletRequest request) {
        return json.writeValueAsString(of(new ApiProblem(fault), request));
    }

    /** The language in which a request is answered. */
    public static Locale language(HttpServletRequest request) {
        return ProblemTexts.language(request.getHeader("Accept-Language"));
    }

    private Problem problem(
            String code, int status, List<FieldFault> faults, Map<String, String> details, HttpServletRequest request) {
        var language = language(request);
        var text = texts.of(code, language);
        var errors = faults.stream().map(fault -> field(fault, language)).toList();
        return new Problem(
                "/api/problems#" + code,
                text.title(),
                status,
                text.detail(),
                request.getRequestURI(),
                code,
                text.next(),
                errors,
                details);
    }

    private Problem.FieldProblem field(FieldFault fault, Locale language) {
        var detail = texts.field(fault.code(), language, fault.arguments());
        return switch (fault.in()) {
            case BODY -> new Problem.FieldProblem(fault.at(), null, null, fault.code(), detail);
            case PARAMETER -> new Problem.FieldProblem(null, fault.at(), null, fault.code(), detail);
            case HEADER -> new Problem.FieldProblem(null, null, fault.at(), fault.code(), detail);
        };
    }
}
