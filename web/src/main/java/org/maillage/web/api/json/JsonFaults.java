package org.maillage.web.api.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says what is wrong with a body that could not be read. */
public final class JsonFaults {

    private JsonFaults() {}

    /** The problem behind an exception that was met while a body was read. */
    public static ApiProblem of(Throwable thrown) {
        JacksonException outermost = null;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return new ApiProblem(Fault.BODY_TOO_LARGE);
            }
            if (outermost == null && cause instanceof JacksonException jackson) {
                outermost = jackson;
            }
        }
        return outermost == null ? new ApiProblem(Fault.BODY_MISSING) : of(outermost);
    }

    private static ApiProblem of(JacksonException jackson) {
        if (jackson instanceof PropertyBindingException) {
            return ApiProblem.invalid(FieldFault.body(pointer(jackson), "unknown-property"));
        }
        // Of these two, the first is an exception of reading too: a number beyond what its field holds.
        boolean wrongValue = jackson instanceof InputCoercionException || jackson instanceof DatabindException;
        return wrongValue ? wrongValue(jackson) : malformed(jackson);
    }

    private static ApiProblem wrongValue(JacksonException jackson) {
        if (jackson.getCause() instanceof RoleWeights.NotWhole weights) {
            return ApiProblem.invalid(
                    FieldFault.body(pointer(jackson), "weights-not-whole", weights.sum(), RoleWeights.WHOLE));
        }
        return ApiProblem.invalid(FieldFault.body(pointer(jackson), "wrong-value"));
    }

    private static ApiProblem malformed(JacksonException jackson) {
        var location = jackson.getLocation();
        Map<String, String> where = location == null || location.getLineNr() < 1
                ? Map.of()
                : Map.of("line", "" + location.getLineNr(), "column", "" + location.getColumnNr());
        return new ApiProblem(Fault.MALFORMED_JSON, List.of(), where);
    }

    private static String pointer(JacksonException jackson) {
        return jackson.getPath().stream().map(JsonFaults::step).collect(Collectors.joining());
    }

    /** RFC 6901, section 3: {@code ~} and {@code /} are escaped. A name is cut, since anything may stand there. */
    private static String step(JacksonException.Reference reference) {
        @Nullable String name = reference.getPropertyName();
        if (name == null) {
            return "/" + reference.getIndex();
        }
        var shown = name.codePoints()
                .limit(60)
                .map(point -> ReadableText.is(Character.toString(point)) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
