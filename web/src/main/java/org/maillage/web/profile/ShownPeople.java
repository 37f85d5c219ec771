package org.maillage.web.profile;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.web.profile.Consents.Consent;
import org.springframework.stereotype.Component;

/** What anybody may read of a member beside what the member made public by itself, such as a badge. */
@Component
public final class ShownPeople {

    private final Projections views;
    private final Addresses addresses;
    private final Consents consents;

    ShownPeople(Projections views, Addresses addresses, Consents consents) {
        this.views = views;
        this.addresses = addresses;
        this.consents = consents;
    }

    /**
     * A member as anybody may read them at this moment.
     *
     * @param name null where they do not show it
     * @param pseudo of their public page; null where it is closed
     * @param contributions whether the contributions that earned a public badge may be read
     * @param indexed whether search engines may list what they show
     */
    public record Shown(@Nullable String name, @Nullable String pseudo, boolean contributions, boolean indexed) {}

    /** Whose a public page is. */
    public record Holder(NetworkId network, MemberId member) {}

    /** What anybody may read of a member. */
    public Shown of(NetworkId network, MemberId member) {
        var given = consents.of(member);
        return new Shown(
                allows(given, Item.NAME) ? name(network, member) : null,
                allows(given, Item.PAGE)
                        ? addresses.of(member).map(Pseudo::value).orElse(null)
                        : null,
                allows(given, Item.CONTRIBUTIONS),
                allows(given, Item.SEARCH_ENGINES));
    }

    /** Whose public page this is; empty alike where it is nobody's, is not public, or its member has left. */
    public Optional<Holder> holder(String pseudo) {
        return Pseudo.read(pseudo)
                .flatMap(addresses::holder)
                .filter(holder -> consents.allows(holder.member(), Item.PAGE, Audience.EVERYONE))
                .filter(holder -> views.members()
                        .find(holder.network(), holder.member(), AsOf.NOW)
                        .filter(found -> found.status() == Member.Status.JOINED)
                        .isPresent())
                .map(holder -> new Holder(holder.network(), holder.member()));
    }

    private @Nullable String name(NetworkId network, MemberId member) {
        return views.members()
                .find(network, member, AsOf.NOW)
                .map(Member::name)
                .filter(name -> !name.isEmpty())
                .orElse(null);
    }

    private static boolean allows(Map<Item, Consent> given, Item item) {
        return Consents.allows(given, item, Audience.EVERYONE);
    }
}
