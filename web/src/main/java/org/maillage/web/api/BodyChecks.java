package org.maillage.web.api;

import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.web.api.json.Checks;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks each body that was read before its endpoint sees it. */
@RestControllerAdvice(annotations = RestController.class)
final class BodyChecks extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return type instanceof Class<?> read && read.isRecord();
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            // The JSON text null: a body was sent, and it says nothing.
            throw ApiProblem.invalid(FieldFault.body("", "required"));
        }
        var faults = Checks.of((Record) body);
        if (!faults.isEmpty()) {
            throw new ApiProblem(Fault.INVALID_REQUEST, faults, Map.of());
        }
        return body;
    }
}
