package org.maillage.badge.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.NetworkId;

/**
 * A badge of a network.
 *
 * @param shipped its code in the program's catalogue; null for the network's own
 * @param versions what each version says, from version 1 on
 * @param retired whether it is awarded no more
 */
public record Definition(
        BadgeDefinitionId definition,
        NetworkId network,
        @Nullable String shipped,
        List<Version> versions,
        boolean retired) {

    public Definition {
        versions = List.copyOf(versions);
    }

    /** One version, from when it was recorded. */
    public record Version(int number, BadgeContent content, Instant since) {}

    /** Its newest version. */
    public Version newest() {
        return versions.getLast();
    }

    /** What its newest version says. */
    public BadgeContent content() {
        return newest().content();
    }

    /** What a version says; the newest where that one is not known yet. */
    public BadgeContent content(int version) {
        return version > versions.size() ? content() : versions.get(version - 1).content();
    }
}
