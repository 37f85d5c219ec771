package org.maillage.web.api.json;

import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param in where it stands
 * @param at JSON pointer (RFC 6901) into the body, or name of the parameter or header
 * @param code what is wrong, with hyphens; its sentence is {@code problem.field.<code>} of the problem texts
 * @param arguments figures of the sentence, such as the longest length
 */
public record FieldFault(In in, String at, String code, List<Object> arguments) {

    /** The parts of a request. */
    public enum In {
        BODY,
        PARAMETER,
        HEADER
    }

    public FieldFault {
        arguments = List.copyOf(arguments);
    }

    public static FieldFault body(String pointer, String code, Object... arguments) {
        return new FieldFault(In.BODY, pointer, code, List.of(arguments));
    }

    public static FieldFault parameter(String name, String code, Object... arguments) {
        return new FieldFault(In.PARAMETER, name, code, List.of(arguments));
    }

    public static FieldFault header(String name, String code, Object... arguments) {
        return new FieldFault(In.HEADER, name, code, List.of(arguments));
    }
}
