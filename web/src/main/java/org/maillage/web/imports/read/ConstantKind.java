package org.maillage.web.imports.read;

import org.maillage.ledger.value.KindCode;

/** The kind of a source that has one kind only. */
final class ConstantKind {

    private ConstantKind() {}

    static KindCode of(Mapping mapping) {
        var kind = mapping.kind();
        try {
            return new KindCode(kind == null || kind.constant() == null ? "" : kind.constant());
        } catch (IllegalArgumentException invalid) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "kind");
        }
    }
}
