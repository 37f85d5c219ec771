package org.maillage.projection.fold;

import java.util.Collection;
import java.util.List;

/** Where the rows of one generation of views are kept. */
public interface Store {

    /** The current rows of these groups. */
    <R extends Row> List<R> load(Table<R> table, Collection<Rows.Group> groups);

    /** Writes rows that are new; a line that is there already is left as it is. */
    <R extends Row> void insert(Table<R> table, List<R> rows);

    /** Writes rows over those of the same key. */
    <R extends Row> void replace(Table<R> table, List<R> rows);
}
