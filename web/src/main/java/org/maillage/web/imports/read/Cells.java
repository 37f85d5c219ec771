package org.maillage.web.imports.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The cells of one row by the names of their columns. */
final class Cells {

    private final Map<String, Integer> columns;
    private List<String> cells = List.of();

    Cells(List<String> names) {
        columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i).strip(), i);
        }
    }

    /** Moves on to another row. */
    void of(List<String> row) {
        cells = row;
    }

    /** Refuses the file where a column is missing. */
    void require(@Nullable String column) {
        if (column != null && !columns.containsKey(column)) {
            throw new FileRefused(FileRefused.Cause.COLUMN_MISSING, column);
        }
    }

    /** The cell without spaces around it. @throws LineRefused where it has characters that nobody sees */
    String get(String column) {
        var cell = cells.get(columns.getOrDefault(column, 0)).strip();
        if (!Texts.readable(cell)) {
            throw new LineRefused(Problem.UNREADABLE_CHARACTERS, column);
        }
        return cell;
    }

    /** The value of a choice; null where the column's value means nothing or is empty. */
    @Nullable
    String get(Mapping.Choice choice) {
        if (choice.constant() != null) {
            return choice.constant();
        }
        var cell = get(java.util.Objects.requireNonNull(choice.column()));
        var value = choice.values() == null ? cell : choice.values().get(cell);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A text with the cells that it names in braces; a brace that names no column stays. */
    String fill(String template, UnaryOperator<String> each) {
        var text = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            var column = close < 0 ? "" : template.substring(open + 1, close);
            text.append(template, from, open);
            if (columns.containsKey(column)) {
                text.append(each.apply(get(column)));
                from = close + 1;
            } else {
                text.append('{');
                from = open + 1;
            }
        }
        return text.append(template, from, template.length()).toString();
    }
}
