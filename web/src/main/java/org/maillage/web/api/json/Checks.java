package org.maillage.web.api.json;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a request's record against what its components say: required unless {@code @Nullable}, {@code @Size},
 * {@code @Min}, {@code @Max}, texts that read as they were written, years of four digits. The same annotations make
 * the published schema, so that the two cannot differ.
 */
public final class Checks {

    private final List<FieldFault> faults = new ArrayList<>();

    private Checks() {}

    /** Everything that is wrong with it, in the order of its fields; empty where nothing is. */
    public static List<FieldFault> of(Record body) {
        var checks = new Checks();
        checks.fields(body, "");
        return checks.faults;
    }

    /** Whether a component may be left out. */
    public static boolean isOptional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private void fields(Record body, String pointer) {
        for (var component : body.getClass().getRecordComponents()) {
            var at = pointer + "/" + component.getName();
            var value = valueOf(component, body);
            if (value != null) {
                value(value, at, component.getAccessor());
            } else if (!isOptional(component.getAnnotatedType())) {
                faults.add(FieldFault.body(at, "required"));
            }
        }
    }

    private void value(Object value, String at, AnnotatedElement says) {
        if (value instanceof String text) {
            text(text, at, says.getAnnotation(Size.class));
        } else if (value instanceof List<?> list) {
            list(list, at, says.getAnnotation(Size.class));
        } else if (value instanceof Number number) {
            number(number.longValue(), at, says);
        } else if (value instanceof LocalDate day) {
            year(day.getYear(), at);
        } else if (value instanceof Instant instant) {
            year(instant.atOffset(ZoneOffset.UTC).getYear(), at);
        } else if (value instanceof Record inner && isSaid(inner)) {
            fields(inner, at);
        }
    }

    /** The ledger's own values check themselves. */
    private static boolean isSaid(Record value) {
        return value.getClass().getPackageName().startsWith("org.maillage.web");
    }

    private void text(String text, String at, @Nullable Size size) {
        if (!ReadableText.is(text)) {
            faults.add(FieldFault.body(at, "text-unreadable"));
        } else if (size != null && size.min() > 0 && text.isBlank()) {
            faults.add(FieldFault.body(at, "blank"));
        } else {
            size(text.length(), at, size, "too-long", "too-short");
        }
    }

    private void list(List<?> list, String at, @Nullable Size size) {
        size(list.size(), at, size, "too-many", "too-few");
        if (size != null && list.size() > size.max()) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            var element = list.get(i);
            if (element == null) {
                faults.add(FieldFault.body(at + "/" + i, "required"));
            } else {
                value(element, at + "/" + i, list.getClass());
            }
        }
    }

    private void size(int length, String at, @Nullable Size size, String above, String below) {
        if (size != null && length > size.max()) {
            faults.add(FieldFault.body(at, above, size.max()));
        } else if (size != null && length < size.min()) {
            faults.add(FieldFault.body(at, below, size.min()));
        }
    }

    private void number(long number, String at, AnnotatedElement says) {
        var min = says.getAnnotation(Min.class);
        var max = says.getAnnotation(Max.class);
        if (min != null && number < min.value()) {
            faults.add(FieldFault.body(at, "too-small", min.value()));
        } else if (max != null && number > max.value()) {
            faults.add(FieldFault.body(at, "too-large", max.value()));
        }
    }

    private void year(int year, String at) {
        if (year < 1 || year > 9999) {
            faults.add(FieldFault.body(at, "date-out-of-range"));
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record body) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record cannot be read: " + body.getClass(), e);
        }
    }
}
