package org.maillage.projection.member;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.maillage.projection.fold.Row;

/** Somebody who can sign in. */
@MappedEntity("person")
record PersonRow(UUID network, UUID person, boolean administrator, long position) implements Row {

    @Override
    public Object group() {
        return person;
    }
}
