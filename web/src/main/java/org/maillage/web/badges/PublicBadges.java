package org.maillage.web.badges;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.image.QrCode;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.Malformed;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.springframework.stereotype.Component;

/** What anybody reads of a badge that its member shows, and of nothing else. */
@Component
final class PublicBadges {

    private final Badges badges;
    private final Projections views;
    private final ShownPeople people;
    private final Deeds deeds;
    private final Appraisals appraisals;
    private final Origins origins;
    private final Endings endings;
    private final BadgeWords said;
    private final Sharing sharing;
    private final Words words;
    private final Clock clock;

    PublicBadges(
            Badges badges,
            Projections views,
            ShownPeople people,
            Deeds deeds,
            Appraisals appraisals,
            Origins origins,
            Endings endings,
            BadgeWords said,
            Sharing sharing,
            Words words,
            Clock clock) {
        this.badges = badges;
        this.views = views;
        this.people = people;
        this.deeds = deeds;
        this.appraisals = appraisals;
        this.origins = origins;
        this.endings = endings;
        this.said = said;
        this.sharing = sharing;
        this.words = words;
        this.clock = clock;
    }

    /** One of the three steps. */
    record Step(BadgeStep step, String drawing, String name, String text, boolean current) {}

    /**
     * A public badge.
     *
     * @param holder how its member is called here: by name where they show it
     * @param named whether that is their name
     * @param profile the pseudo of their public page; null where it is closed
     * @param ended why and since when it does not count; null where it does
     * @param told what earned it; null where the member keeps that
     * @param competences of public frameworks
     * @param lang what addresses of its documents end with
     * @param steps none where the badge tells of every role alike
     * @param qr the code to scan, as SVG
     */
    record Page(
            String code,
            BadgeWords.Heading heading,
            BadgeText text,
            List<String> competences,
            @Nullable Role role,
            String drawing,
            String holder,
            boolean named,
            @Nullable String profile,
            String network,
            LocalDate day,
            String dayText,
            String validity,
            Standing standing,
            @Nullable String ended,
            Deeds.@Nullable Told told,
            List<String> origins,
            @Nullable String narrative,
            @Nullable String evidence,
            List<Appraisals.Endorser> endorsers,
            List<Step> steps,
            String qr,
            String verifyAt,
            Sharing.Ways ways,
            String lang,
            boolean indexed) {}

    /** A public badge among others of its member's. */
    record Card(String code, @Nullable Role role, String drawing, String name, String state) {}

    /** The award that a code names, where its member shows it; empty alike for any other text. */
    Optional<Award> shown(String code) {
        try {
            return badges.awards().shown(BadgeCode.typed(code));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /** The zone of a network's days. */
    ZoneId zone(NetworkId network) {
        return endings.zone(network);
    }

    /** The zone of what is of no network here: the one in which all of the networks live, else the clock's. */
    ZoneId zone() {
        var zones =
                views.networks().all().stream().map(Network::zone).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : clock.getZone();
    }

    /** The name of the network that awarded it. */
    String network(NetworkId network) {
        return views.networks().find(network).map(Network::name).orElse("");
    }

    Page page(Award award, Locale locale) {
        var person = people.of(award.network(), award.member());
        var content = award.content();
        var network = network(award.network());
        var text = BadgeWords.text(content, locale);
        var told = told(award, person, locale);
        return new Page(
                award.code().shown(),
                said.heading(content, locale),
                text,
                said.competences(content, locale),
                content.role(),
                BadgeWords.image(award).svg(words.say("badges.image", locale, text.name())),
                holder(person, network, locale),
                person.name() != null,
                person.pseudo(),
                network,
                award.day(),
                said.day(award.day(), locale),
                said.validity(award.expires(), locale),
                award.standing(),
                endings.of(award, locale),
                told,
                origins.of(award, network, told != null, locale),
                award.narrative(),
                award.evidence(),
                appraisals.shown(award, locale),
                steps(award, locale),
                QrCode.of(sharing.address(award.code())).svg(words.say("badges.qr", locale)),
                sharing.verifyAt(),
                sharing.of(award, network, locale),
                BadgeWords.lang(locale),
                person.indexed());
    }

    private String holder(ShownPeople.Shown person, String network, Locale locale) {
        return Objects.requireNonNullElseGet(person.name(), () -> said.nameless(network, locale));
    }

    private Deeds.@Nullable Told told(Award award, ShownPeople.Shown person, Locale locale) {
        if (!person.contributions() || award.earned().isEmpty()) {
            return null;
        }
        var today = LocalDate.ofInstant(clock.instant(), zone(award.network()));
        var told = deeds.open(
                award.network(),
                award.member(),
                badges.boards().why(award, today).standing(),
                locale);
        return told.count() == 0 ? null : told;
    }

    private List<Step> steps(Award award, Locale locale) {
        var content = award.content();
        if (content.role() == null) {
            return List.of();
        }
        return Arrays.stream(BadgeStep.values())
                .map(step -> new Step(
                        step,
                        BadgeWords.image(content, step, award.network()).decoration(),
                        said.step(step, locale),
                        words.say("badges.step.text." + step, locale),
                        step == content.step()))
                .toList();
    }

    /** The badges that a member shows, in the order in which they were awarded; those that were taken back are not. */
    List<Card> cards(NetworkId network, MemberId member, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), zone(network));
        return badges.awards().of(network, member, today).stream()
                .filter(Award::shown)
                .filter(award -> award.standing() != Standing.REVOKED)
                .map(award -> new Card(
                        award.code().shown(),
                        award.content().role(),
                        BadgeWords.image(award).decoration(),
                        BadgeWords.text(award.content(), locale).name(),
                        words.say("badges.card", locale, said.day(award.day(), locale))))
                .toList();
    }
}
