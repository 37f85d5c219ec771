package org.maillage.web.api.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maillage.ledger.Reason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint as it is mapped.
 *
 * @param id unique name: the name of its method
 * @param method the HTTP method
 * @param path with its variables in braces
 * @param handler the method that answers
 */
public record Operation(String id, String method, String path, Method handler) {

    private static final String ROOT = "/api/v1/";

    /** Every endpoint of the API, in the order of paths and methods. */
    public static List<Operation> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().isAnnotationPresent(RestController.class))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(ROOT) && !path.endsWith("**"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Operation(
                                        entry.getValue().getMethod().getName(),
                                        method.name(),
                                        path,
                                        entry.getValue().getMethod()))))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    /** The noun that it is about: the first step of its path. */
    public String noun() {
        var rest = path.substring(ROOT.length());
        return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
    }

    /** Whether it changes something. */
    public boolean writes() {
        return !method.equals("GET");
    }

    /** Whether it changes a claim that may have changed meanwhile. */
    public boolean takesIfMatch() {
        return writes() && path.startsWith(ROOT + "contributions/{id}");
    }

    public Stream<Parameter> pathVariables() {
        return parameters().filter(parameter -> parameter.isAnnotationPresent(PathVariable.class));
    }

    /** The parameters of its address; what it reads in parts are none. */
    public Stream<Parameter> query() {
        return parts().isPresent()
                ? Stream.empty()
                : parameters().filter(parameter -> parameter.isAnnotationPresent(RequestParam.class));
    }

    /** The record of the parts that it reads; empty where it reads none. */
    public Optional<Class<? extends Record>> parts() {
        return Optional.ofNullable(handler.getAnnotation(Parts.class)).map(Parts::value);
    }

    /** What it reads; empty where it reads nothing. */
    public Optional<Parameter> body() {
        return parameters()
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst();
    }

    /** What it answers. */
    public Type answer() {
        var type = handler.getGenericReturnType();
        return type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    /** 201 where it makes something, else 200. */
    public int success() {
        return handler.isAnnotationPresent(Creates.class) ? 201 : 200;
    }

    /** Refusals of the ledger that its readers should expect. */
    public List<Reason> refusals() {
        var says = handler.getAnnotation(MayRefuse.class);
        return says == null ? List.of() : List.of(says.value());
    }

    private Stream<Parameter> parameters() {
        return Arrays.stream(handler.getParameters());
    }
}
