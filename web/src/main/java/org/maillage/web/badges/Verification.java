package org.maillage.web.badges;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.BakedPictures;
import org.maillage.badge.verify.GivenKey;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Sources;
import org.maillage.badge.verify.Verdict;
import org.maillage.badge.verify.Verifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Verifies badges: those of this installation, and whatever somebody sends. Nothing is fetched. */
@Component
final class Verification {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final @Nullable SignedBadges signed;
    private final Verifier verifier;
    private final Clock clock;
    // A public page that many open at once is verified once in a while, and again after each change of the badge.
    private final Cache<Award, Verdict> verdicts =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(KEPT).build();

    Verification(ObjectProvider<SignedBadges> signed, Clock clock) {
        this.signed = signed.getIfAvailable();
        this.clock = clock;
        var sources = this.signed == null ? Sources.none() : this.signed.sources();
        this.verifier = new Verifier(new JsonLdBox(), sources, new BakedPictures());
    }

    /** The verdict on a badge of this installation as it was signed; empty where it is not signed yet. */
    Optional<Verdict> of(Award award) {
        var known = verdicts.getIfPresent(award);
        if (known != null || signed == null) {
            return Optional.ofNullable(known);
        }
        var verdict = signed.json(award).map(this::of);
        verdict.ifPresent(found -> verdicts.put(award, found));
        return verdict;
    }

    /** Whether an address of this installation is that of an endorsement, be it of one that was taken back. */
    boolean isOfEndorsement(URI address) {
        return signed != null && signed.sources().endorsement(address).isPresent();
    }

    /** The verdict on the endorsement at an address of this installation; empty where there is none for everybody. */
    Optional<Verdict> endorsement(URI address) {
        return Optional.ofNullable(signed)
                .map(SignedBadges::sources)
                .filter(sources -> sources.endorsement(address).isPresent())
                .flatMap(sources -> sources.document(address))
                .map(this::of);
    }

    /** The verdict on anything. */
    Verdict of(byte[] file) {
        return of(file, List.of());
    }

    /**
     * The verdict on anything.
     *
     * @param keys that whoever asks trusts to be the issuer's
     */
    Verdict of(byte[] file, List<GivenKey> keys) {
        return verifier.verify(file, new Question(clock.instant(), null, keys));
    }
}
