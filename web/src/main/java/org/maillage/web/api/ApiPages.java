package org.maillage.web.api;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.web.RefusalStatus;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.api.openapi.ApiTexts;
import org.maillage.web.api.openapi.Description;
import org.maillage.web.api.openapi.Operation;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.ProblemTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description for people: its endpoints, and every refusal with its next step. */
@Controller
class ApiPages {

    private final Description description;
    private final ApiTexts texts = new ApiTexts();
    private final ProblemTexts problems = new ProblemTexts();
    private final JsonMapper json = ApiJson.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    ApiPages(Description description) {
        this.description = description;
    }

    /** An endpoint as the page shows it. {@code example} is null where it reads no body. */
    record Shown(
            String id,
            String method,
            String path,
            String summary,
            List<Field> parameters,
            @Nullable String example,
            List<String> refusals) {}

    /** A parameter and what it is. */
    record Field(String name, String text) {}

    /** Endpoints about one noun. */
    record Section(String noun, String text, List<Shown> operations) {}

    /** A refusal. */
    record ShownProblem(String code, int status, ProblemTexts.Text text) {}

    @GetMapping("/api")
    String api(Model model, Locale locale) {
        var site = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1")
                .toUriString();
        model.addAttribute("site", site);
        var byNoun = description.operations().stream()
                .collect(Collectors.groupingBy(Operation::noun, TreeMap::new, Collectors.toList()));
        model.addAttribute(
                "sections",
                byNoun.entrySet().stream()
                        .map(noun -> section(noun.getKey(), noun.getValue(), locale))
                        .toList());
        return "api/api";
    }

    @GetMapping("/api/problems")
    String problems(Model model, Locale locale) {
        var faults = Arrays.stream(Fault.values()).map(fault -> shown(fault.code(), fault.status(), locale));
        var reasons = Arrays.stream(Reason.values())
                .map(reason -> shown(
                        reason.code(), RefusalStatus.of(new Refused(reason)).value(), locale));
        model.addAttribute("problems", Stream.concat(faults, reasons).toList());
        return "api/problems";
    }

    private Section section(String noun, List<Operation> operations, Locale locale) {
        var shown =
                operations.stream().map(operation -> shown(operation, locale)).toList();
        return new Section(noun, texts.noun(noun, locale), shown);
    }

    private Shown shown(Operation operation, Locale locale) {
        var example = description
                .examples()
                .of(operation.id())
                .map(json::writeValueAsString)
                .orElse(null);
        var parts = operation.parts().stream()
                .flatMap(body -> Arrays.stream(body.getRecordComponents()))
                .map(RecordComponent::getName);
        var inAddress =
                Stream.concat(operation.pathVariables(), operation.query()).map(Parameter::getName);
        var parameters = Stream.concat(inAddress, parts)
                .map(name -> new Field(name, texts.field(name, locale).orElse("")))
                .toList();
        var refusals = operation.refusals().stream().map(Reason::code).toList();
        return new Shown(
                operation.id(),
                operation.method(),
                operation.path(),
                texts.operation(operation.id(), locale),
                parameters,
                example,
                refusals);
    }

    private ShownProblem shown(String code, int status, Locale locale) {
        return new ShownProblem(code, status, problems.of(code, locale));
    }
}
