package org.maillage.web.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.network.Network;
import org.maillage.web.portrait.Portraits;
import org.springframework.stereotype.Component;

/** What a stranger reads about a member: what the member consents to at this moment, and nothing else. */
@Component
final class PublicPages {

    private final Projections views;
    private final Addresses addresses;
    private final Consents consents;
    private final Profiles profiles;
    private final Portraits portraits;
    private final Clock clock;

    PublicPages(
            Projections views,
            Addresses addresses,
            Consents consents,
            Profiles profiles,
            Portraits portraits,
            Clock clock) {
        this.views = views;
        this.addresses = addresses;
        this.consents = consents;
        this.profiles = profiles;
        this.portraits = portraits;
        this.clock = clock;
    }

    /** The page at an address; empty alike where it is nobody's, is not public, or its member has left. */
    Optional<PublicPage> at(String pseudo, Locale locale) {
        return Pseudo.read(pseudo)
                .flatMap(addresses::holder)
                .filter(holder -> consents.allows(holder.member(), Item.PAGE, Audience.EVERYONE))
                .filter(holder -> stands(holder.network(), holder.member()))
                .map(holder -> of(holder.network(), holder.member(), locale));
    }

    private boolean stands(NetworkId network, MemberId member) {
        return views.members()
                .find(network, member, AsOf.NOW)
                .filter(found -> found.status() == Member.Status.JOINED)
                .isPresent();
    }

    /** What the page of a member says or, before it is public, would say. */
    PublicPage of(NetworkId network, MemberId member, Locale locale) {
        var given = consents.of(member);
        var found = views.members().find(network, member, AsOf.NOW);
        var in = views.networks().find(network);
        return new PublicPage(
                addresses.of(member).map(Pseudo::value).orElse(""),
                allows(given, Item.NAME)
                        ? found.map(Member::name)
                                .filter(name -> !name.isEmpty())
                                .orElse(null)
                        : null,
                allows(given, Item.NETWORK) ? in.map(Network::name).orElse(null) : null,
                allows(given, Item.ORGANISATION)
                        ? found.map(Member::organisationName).orElse(null)
                        : null,
                allows(given, Item.OFFERS) ? blankAsNull(profiles.offers(member)) : null,
                allows(given, Item.FLOWER)
                        ? portraits.ofAnother(network, member, today(in.map(Network::zone)), locale)
                        : null,
                allows(given, Item.SEARCH_ENGINES));
    }

    private LocalDate today(Optional<ZoneId> zone) {
        return LocalDate.ofInstant(clock.instant(), zone.orElse(clock.getZone()));
    }

    private static boolean allows(Map<Item, Consents.Consent> given, Item item) {
        return Consents.allows(given, item, Audience.EVERYONE);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }

    /**
     * A public page; what the member keeps for themselves is null.
     *
     * @param pseudo empty before one is chosen
     * @param indexed whether search engines may list it
     */
    record PublicPage(
            String pseudo,
            @Nullable String name,
            @Nullable String network,
            @Nullable String organisation,
            @Nullable String offers,
            Portraits.@Nullable Shown portrait,
            boolean indexed) {

        /** What the page calls them. */
        public String title() {
            return name == null ? pseudo : name;
        }

        /** Whether it says nothing but how they are called. */
        public boolean bare() {
            return network == null && organisation == null && offers == null && portrait == null;
        }
    }
}
