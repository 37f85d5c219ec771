package org.maillage.web.api.openapi;

import static org.maillage.web.api.openapi.Schemas.map;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maillage.ledger.Refused;
import org.maillage.web.RefusalStatus;
import org.maillage.web.api.json.Checks;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problem;
import org.maillage.web.api.problem.ProblemTexts;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The API's description in OpenAPI 3.1.0, made from the endpoints themselves. */
public final class OpenApi {

    private static final String JSON = "application/json";

    private final List<Operation> operations;
    private final Examples examples;
    private final Locale language;
    private final ApiTexts texts = new ApiTexts();
    private final ProblemTexts problems = new ProblemTexts();
    private final Schemas schemas;

    private OpenApi(List<Operation> operations, Examples examples, Locale language) {
        this.operations = operations;
        this.examples = examples;
        this.language = language;
        this.schemas = new Schemas(name -> texts.field(name, language));
    }

    /** The document, as JSON objects in order. */
    public static Map<String, Object> of(List<Operation> operations, Examples examples, Locale language) {
        return new OpenApi(operations, examples, language).document();
    }

    private Map<String, Object> document() {
        var problem = schemas.of(Problem.class);
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var operation : operations) {
            paths.computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
                    .put(operation.method().toLowerCase(Locale.ROOT), described(operation, problem));
        }
        var nouns = operations.stream().map(Operation::noun).distinct().sorted();
        return map(
                "openapi", "3.1.0",
                "info",
                        map(
                                "title",
                                "Maillage",
                                "version",
                                "1",
                                "description",
                                texts.text("about", language),
                                "license",
                                map("name", "EUPL-1.2", "identifier", "EUPL-1.2")),
                "servers", List.of(map("url", "/")),
                "security", List.of(map("token", List.of())),
                "tags",
                        nouns.map(noun -> map("name", noun, "description", texts.noun(noun, language)))
                                .toList(),
                "paths", paths,
                "components",
                        map(
                                "securitySchemes", map("token", map("type", "http", "scheme", "bearer")),
                                "schemas", schemas.components()));
    }

    private Map<String, Object> described(Operation operation, Map<String, Object> problem) {
        var described = map(
                "operationId", operation.id(),
                "tags", List.of(operation.noun()),
                "summary", texts.operation(operation.id(), language),
                "parameters", parameters(operation));
        operation.body().ifPresent(body -> described.put("requestBody", body(operation, body)));
        operation.parts().ifPresent(parts -> {
            var media = map("schema", schemas.of(parts));
            described.put("requestBody", map("required", true, "content", map("multipart/form-data", media)));
        });
        described.put("responses", responses(operation, problem));
        return described;
    }

    private List<Object> parameters(Operation operation) {
        var parameters = new ArrayList<>();
        operation.pathVariables().forEach(parameter -> parameters.add(parameter("path", parameter, true)));
        operation.query().forEach(parameter -> parameters.add(parameter("query", parameter, isRequired(parameter))));
        if (operation.writes()) {
            parameters.add(header("Idempotency-Key", 200));
        }
        if (operation.takesIfMatch()) {
            parameters.add(header("If-Match", 1_000));
        }
        if (operation.id().equals("readContribution")) {
            parameters.add(header("If-None-Match", 1_000));
        }
        parameters.add(header("Accept-Language", 1_000));
        return parameters;
    }

    private Map<String, Object> parameter(String in, Parameter parameter, boolean required) {
        var described = map("name", parameter.getName(), "in", in, "required", required, "schema", inQuery(parameter));
        texts.field(parameter.getName(), language).ifPresent(text -> described.put("description", text));
        return described;
    }

    private Map<String, Object> inQuery(Parameter parameter) {
        return switch (parameter.getName()) {
            case "asOf", "through" -> map("type", "string", "format", "date");
            case "limit" -> map("type", "integer", "minimum", 1, "maximum", 200, "default", 50);
            default -> schemas.of(parameter.getType());
        };
    }

    private static boolean isRequired(Parameter parameter) {
        var says = parameter.getAnnotation(RequestParam.class);
        return says.required() && says.defaultValue().startsWith("\n");
    }

    private Map<String, Object> header(String name, int longest) {
        return map(
                "name",
                name,
                "in",
                "header",
                "required",
                false,
                "description",
                texts.text("header." + name, language),
                "schema",
                map("type", "string", "maxLength", longest));
    }

    private Map<String, Object> body(Operation operation, Parameter body) {
        boolean required =
                body.getAnnotation(RequestBody.class).required() && !Checks.isOptional(body.getAnnotatedType());
        if (body.getType() == byte[].class) {
            var content = new LinkedHashMap<String, Object>();
            Stream.of("image/jpeg", "image/png", "application/pdf", "audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav")
                    .forEach(type -> content.put(type, map("schema", schemas.of(byte[].class))));
            return map("required", required, "content", content);
        }
        var media = map("schema", schemas.of(body.getParameterizedType()));
        examples.of(operation.id()).ifPresent(example -> media.put("example", example));
        return map("required", required, "content", map(JSON, media));
    }

    private Map<String, Object> responses(Operation operation, Map<String, Object> problem) {
        var responses = new TreeMap<String, Object>();
        responses.put("" + operation.success(), success(operation));
        if (operation.id().equals("readContribution")) {
            responses.put("304", map("description", texts.text("unchanged", language)));
        }
        var byStatus = new TreeMap<Integer, List<String>>();
        faults(operation)
                .forEach(fault -> byStatus.computeIfAbsent(fault.status(), _ -> new ArrayList<>())
                        .add(fault.code()));
        for (var reason : operation.refusals()) {
            int status = RefusalStatus.of(new Refused(reason)).value();
            byStatus.computeIfAbsent(status, _ -> new ArrayList<>()).add(reason.code());
        }
        if (operation.writes()) {
            byStatus.computeIfAbsent(422, _ -> new ArrayList<>()).add("key-reused");
        }
        byStatus.forEach((status, codes) -> responses.put("" + status, refusal(status, codes, problem)));
        return responses;
    }

    private static Stream<Fault> faults(Operation operation) {
        var always = Stream.of(
                Fault.INVALID_REQUEST,
                Fault.SIGN_IN_NEEDED,
                Fault.NOT_ACCEPTABLE,
                Fault.UNAVAILABLE,
                Fault.DATABASE_AWAY,
                Fault.BEHIND);
        var body = operation.body().isPresent()
                ? Stream.of(Fault.MALFORMED_JSON, Fault.BODY_TOO_LARGE, Fault.WRONG_CONTENT_TYPE)
                : operation.parts().stream().flatMap(_ -> Stream.of(Fault.BODY_TOO_LARGE, Fault.WRONG_CONTENT_TYPE));
        var path = operation.pathVariables().findAny().isPresent()
                ? Stream.of(Fault.UNKNOWN_ADDRESS)
                : Stream.<Fault>empty();
        var version = operation.takesIfMatch() ? Stream.of(Fault.CHANGED_MEANWHILE) : Stream.<Fault>empty();
        var write = operation.writes() ? Stream.of(Fault.NOT_ALLOWED) : Stream.<Fault>empty();
        return Stream.of(always, body, path, version, write).flatMap(each -> each);
    }

    private Map<String, Object> success(Operation operation) {
        var headers = new LinkedHashMap<String, Object>();
        if (operation.success() == 201) {
            headers.put("Location", answerHeader("Location"));
        }
        if (operation.takesIfMatch() || operation.id().equals("readContribution")) {
            headers.put("ETag", answerHeader("ETag"));
        }
        if (operation.query().anyMatch(parameter -> parameter.getName().equals("cursor"))) {
            headers.put("Link", answerHeader("Link"));
        }
        var success = map("description", texts.operation(operation.id(), language));
        if (!headers.isEmpty()) {
            success.put("headers", headers);
        }
        var binary = operation.answer() == byte[].class;
        success.put(
                "content",
                map(binary ? "application/octet-stream" : JSON, map("schema", schemas.of(operation.answer()))));
        return success;
    }

    private Map<String, Object> answerHeader(String name) {
        return map("description", texts.text("header." + name, language), "schema", map("type", "string"));
    }

    private Map<String, Object> refusal(int status, List<String> codes, Map<String, Object> problem) {
        var shown = new LinkedHashMap<String, Object>();
        for (var code : codes) {
            var text = problems.of(code, language);
            shown.put(
                    code,
                    map(
                            "summary",
                            text.title(),
                            "value",
                            map(
                                    "type",
                                    "/api/problems#" + code,
                                    "title",
                                    text.title(),
                                    "status",
                                    status,
                                    "detail",
                                    text.detail(),
                                    "instance",
                                    "/api/v1/…",
                                    "reason",
                                    code,
                                    "next",
                                    text.next())));
        }
        return map(
                "description",
                String.join(", ", codes),
                "content",
                map(Problem.MEDIA_TYPE, map("schema", problem, "examples", shown)));
    }
}
