package org.maillage.web.badges;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Since when and why a badge does not count: the same words for its member and for anybody who may read it. */
@Component
final class Endings {

    private final Projections views;
    private final BadgeWords said;
    private final Words words;
    private final Clock clock;

    Endings(Projections views, BadgeWords said, Words words, Clock clock) {
        this.views = views;
        this.said = said;
        this.words = words;
        this.clock = clock;
    }

    /** The zone of a network's days. */
    ZoneId zone(NetworkId network) {
        return views.networks().find(network).map(Network::zone).orElse(clock.getZone());
    }

    /** One sentence or two; null where it counts. */
    @Nullable
    String of(Award award, Locale locale) {
        return switch (award.standing()) {
            case VALID -> null;
            case SUSPENDED -> words.say("badges.ended.SUSPENDED", locale);
            case EXPIRED ->
                words.say("badges.ended.EXPIRED", locale, said.day(Objects.requireNonNull(award.expires()), locale));
            case REVOKED -> revoked(Objects.requireNonNull(award.revocation()), award.network(), locale);
        };
    }

    private String revoked(Award.Revocation revocation, NetworkId network, Locale locale) {
        var since = said.day(LocalDate.ofInstant(revocation.at(), zone(network)), locale);
        var code = words.say("work.revoke.reason." + revocation.reason(), locale);
        var published = revocation.published();
        return published == null || published.isBlank()
                ? words.say("badges.ended.REVOKED", locale, since, code)
                : words.say("badges.ended.because", locale, since, code, published);
    }
}
