package org.maillage.projection.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;

/** A version of a network's charter; its text is public. */
public record Charter(
        int version, LocalDate publishedOn, @Nullable MemberId by, String text) {}
