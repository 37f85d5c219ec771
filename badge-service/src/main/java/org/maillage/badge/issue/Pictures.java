package org.maillage.badge.issue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.image.BadgeImage;
import org.maillage.badge.image.BadgePicture;
import org.maillage.badge.image.BadgeState;
import org.maillage.badge.image.BakedPng;
import org.maillage.badge.image.BakedSvg;
import org.maillage.badge.image.SocialCard;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.NetworkId;

/** Pictures of badges; those that were drawn lately are kept, since drawing takes far longer than sending. */
public final class Pictures {

    private static final int KEPT = 200;

    private final Map<BadgeImage, byte[]> drawn = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<BadgeImage, byte[]> eldest) {
            return size() > KEPT;
        }
    });

    /** The image of one version of a badge's definition. */
    public static BadgeImage image(NetworkId network, BadgeContent content) {
        return BadgeImage.of(content.role(), content.step(), network.toString());
    }

    /** The image of somebody's badge: one that does not stand is not drawn as one that does. */
    public static BadgeImage image(Award award) {
        var state = switch (award.standing()) {
            case VALID -> BadgeState.ACTIVE;
            case EXPIRED -> BadgeState.EXPIRED;
            case SUSPENDED, REVOKED -> BadgeState.REVOKED;
        };
        return new BadgeImage(
                award.content().role(), award.content().step(), award.network().toString(), state);
    }

    byte[] png(BadgeImage image) {
        var known = drawn.get(image);
        if (known == null) {
            known = BadgePicture.png(image);
            drawn.put(image, known);
        }
        return known;
    }

    byte[] baked(Award award, String credential) {
        return BakedPng.bake(png(image(award)), credential);
    }

    String bakedSvg(Award award, Language language, String credential) {
        var text = language.of(award.content().texts());
        return BakedSvg.bake(image(award).svg(text.name(), text.description()), credential);
    }

    byte[] card(IssuedBadge badge, Language language, String holder, String ended) {
        var name = language.of(badge.award().content().texts()).name();
        return SocialCard.png(image(badge.award()), name, holder, badge.network(), ended);
    }
}
