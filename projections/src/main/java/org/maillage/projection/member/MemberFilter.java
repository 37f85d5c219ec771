package org.maillage.projection.member;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.OrganisationId;

/**
 * Whom of a directory is asked for.
 *
 * @param text part of the name, whatever its case and accents; null for all
 * @param status null for all
 * @param organisation null for all
 */
public record MemberFilter(
        @Nullable String text,
        Member.@Nullable Status status,
        @Nullable OrganisationId organisation) {

    /** Everybody. */
    public static final MemberFilter ALL = new MemberFilter(null, null, null);
}
