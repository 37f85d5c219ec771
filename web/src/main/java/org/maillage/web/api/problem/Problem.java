package org.maillage.web.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it, {@code application/problem+json}.
 *
 * @param type stable address of what it means: {@code /api/problems#<reason>}
 * @param title what happened, in the person's language
 * @param status the HTTP status again
 * @param detail why, in the person's language
 * @param instance path of the request
 * @param reason the stable code again, such as {@code not-enough-available}
 * @param next what to do next, in the person's language
 * @param errors each field that is wrong; left out where none
 * @param details ids and figures by name; left out where none
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String reason,
        String next,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A field that is wrong; one of pointer, parameter and header says where.
     *
     * @param pointer JSON pointer into the body
     * @param parameter name of a path or query parameter
     * @param header name of a header
     * @param code what is wrong, stable
     * @param detail the same in the person's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldProblem(
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String header,
            String code,
            String detail) {}
}
