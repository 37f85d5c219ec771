package org.maillage.web.administration;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.ledger.journal.Journal;
import org.maillage.projection.AsOf;
import org.maillage.projection.Parked;
import org.maillage.projection.Progress;
import org.maillage.projection.Progress.Stage;
import org.maillage.projection.Projections;
import org.maillage.projection.figures.Conservation;
import org.maillage.projection.network.Network;
import org.maillage.relay.RelayStatus;
import org.maillage.web.frame.Words;
import org.maillage.web.wiring.Copying;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How the installation is, in sentences before figures. */
@Component
final class Health {

    private final Projections views;
    private final Badges badges;
    private final Journal journal;
    private final Copying copying;
    private final Words words;
    private final Clock clock;

    Health(Projections views, Badges badges, Journal journal, Copying copying, Words words, Clock clock) {
        this.views = views;
        this.badges = badges;
        this.journal = journal;
        this.copying = copying;
        this.words = words;
        this.clock = clock;
    }

    /** A sentence and how good it is: success, attention or error. */
    record Sentence(String kind, String icon, String text) {

        static Sentence good(String text) {
            return new Sentence("success", "coche", text);
        }

        static Sentence watch(String text) {
            return new Sentence("attention", "horloge", text);
        }

        static Sentence bad(String text) {
            return new Sentence("error", "alerte", text);
        }
    }

    /** A network and the two sides of its conservation. */
    record Sums(Network network, Conservation conservation) {}

    /** Puts all of it into the model of a page. */
    void show(Model model, Locale locale) {
        boolean away = views.away();
        var networks = away ? List.<Sums>of() : networks();
        var parked = away ? List.<Parked>of() : views.parked();
        var rebuilding = views.rebuilding().orElse(null);
        model.addAttribute("sentences", away ? withoutViews(locale) : sentences(networks, parked.size(), locale));
        model.addAttribute("position", journal.position());
        model.addAttribute(
                "stopped",
                (away ? Optional.<String>empty() : views.stopped())
                        .or(badges::stopped)
                        .orElse(null));
        model.addAttribute("copyFault", copying.status().map(RelayStatus::why).orElse(null));
        model.addAttribute("parked", parked);
        model.addAttribute("parkedBadges", badges.parked());
        model.addAttribute("rebuilding", rebuilding);
        model.addAttribute("running", isRunning(rebuilding));
        model.addAttribute("secondsLeft", secondsLeft(rebuilding));
        model.addAttribute("networks", networks);
    }

    private List<Sums> networks() {
        return views.networks().all().stream()
                .map(network -> new Sums(network, views.figures().conservation(network.network(), AsOf.NOW)))
                .toList();
    }

    /** What can be said without asking the views. */
    private List<Sentence> withoutViews(Locale locale) {
        var said = new ArrayList<Sentence>();
        said.add(Sentence.good(words.say("health.journal", locale, journal.position())));
        said.add(Sentence.bad(words.say("health.views.away", locale)));
        said.add(badges(locale));
        copying.status().ifPresent(status -> said.add(copy(status, locale)));
        return said;
    }

    private List<Sentence> sentences(List<Sums> networks, int parkedViews, Locale locale) {
        var said = new ArrayList<Sentence>();
        said.add(Sentence.good(words.say("health.journal", locale, journal.position())));
        long lag = views.lag();
        if (views.stopped().isPresent()) {
            said.add(Sentence.bad(words.say("health.views.stopped", locale)));
        } else if (lag > 0) {
            said.add(Sentence.watch(words.say("health.views.behind", locale, lag)));
        } else {
            said.add(Sentence.good(words.say("health.views.current", locale)));
        }
        said.add(badges(locale));
        copying.status().ifPresent(status -> said.add(copy(status, locale)));
        int parked = parkedViews + badges.parked().size();
        said.add(
                parked == 0
                        ? Sentence.good(words.say("health.parked.none", locale))
                        : Sentence.bad(words.say("health.parked.some", locale, parked)));
        var broken =
                networks.stream().filter(sums -> !sums.conservation().holds()).toList();
        said.add(
                broken.isEmpty()
                        ? Sentence.good(words.say("health.sums.hold", locale, networks.size()))
                        : Sentence.bad(words.say("health.sums.broken", locale, names(broken))));
        return said;
    }

    private Sentence badges(Locale locale) {
        if (badges.stopped().isPresent()) {
            return Sentence.bad(words.say("health.badges.stopped", locale));
        }
        long lag = badges.lag();
        return lag > 0
                ? Sentence.watch(words.say("health.badges.behind", locale, lag))
                : Sentence.good(words.say("health.badges.current", locale));
    }

    private Sentence copy(RelayStatus status, Locale locale) {
        return switch (status.state()) {
            case STARTING, STOPPED -> Sentence.watch(words.say("health.kafka.starting", locale));
            case AWAY -> Sentence.bad(words.say("health.kafka.away", locale, behindKafka()));
            case REFUSED -> Sentence.bad(words.say("health.kafka.refused", locale));
            case RELAYING, STANDING_BY -> {
                long behind = behindKafka();
                yield behind > 0
                        ? Sentence.watch(words.say("health.kafka.behind", locale, behind))
                        : Sentence.good(words.say("health.kafka.current", locale));
            }
        };
    }

    private long behindKafka() {
        return Math.max(0, journal.position() - copying.position());
    }

    private static String names(List<Sums> broken) {
        return String.join(
                ", ", broken.stream().map(sums -> sums.network().name()).toList());
    }

    private @Nullable Long secondsLeft(@Nullable Progress progress) {
        var readAt = progress == null ? null : progress.readAt();
        return readAt == null
                ? null
                : Math.max(0, Duration.between(clock.instant(), readAt).toSeconds());
    }

    private static boolean isRunning(@Nullable Progress progress) {
        return progress != null && progress.stage() != Stage.DONE && progress.stage() != Stage.FAILED;
    }
}
