package org.maillage.web.guide;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Role;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What the components of the guide say: of fictional people, in the reader's language. */
@Component
final class Said {

    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 19, 16, 40, 0, 0, ZoneId.of("Europe/Paris"));

    private final Words words;

    Said(Words words) {
        this.words = words;
    }

    public record Tab(String href, String text, @Nullable Long count, boolean current) {}

    public record Fact(String icon, String name, String value) {}

    public record Step(ZonedDateTime time, String text) {}

    public record Share(Role role, String percent) {}

    public record State(String kind, String icon, String key) {}

    /** A text of a form that was refused, as fragments/refusal reads it. */
    public record Text(String name, String label, String value, boolean lines) {}

    /** A form that was refused, as fragments/refusal reads it. */
    public record Written(String action, List<Text> texts, Map<String, String> others, boolean sendable) {}

    /** All that the page needs besides its own words. */
    public record All(
            LocalDate date,
            ZonedDateTime time,
            List<Tab> tabs,
            List<Fact> facts,
            List<Step> steps,
            List<Share> shares,
            List<State> states,
            Map<String, String> options,
            Map<String, String> errors,
            Written sendable,
            Written copied) {}

    All in(Locale locale) {
        return new All(
                TIME.toLocalDate(),
                TIME,
                List.of(
                        new Tab("#onglets", words.say("guide.tab.ready", locale), 12L, true),
                        new Tab("#onglets", words.say("guide.tab.closer", locale), 5000L, false),
                        new Tab("#onglets", words.say("guide.tab.done", locale), null, false)),
                List.of(
                        new Fact("horloge", words.say("guide.fact.duration", locale), words.duration(120, locale)),
                        new Fact("lieu", words.say("guide.fact.place", locale), "Médiathèque de Montbrellin")),
                List.of(
                        new Step(TIME, words.say("guide.step.claimed", locale)),
                        new Step(TIME.plusMinutes(18), words.say("guide.step.confirmed", locale)),
                        new Step(TIME.plusDays(1), words.say("guide.step.long", locale))),
                Stream.of(Role.LEAD, Role.COMPANION, Role.CONNECT)
                        .map(role -> new Share(role, words.percent(role == Role.LEAD ? 6000 : 2000, locale)))
                        .toList(),
                states(),
                options(locale),
                errors(locale),
                written(true, locale),
                written(false, locale));
    }

    private Written written(boolean sendable, Locale locale) {
        var message = words.say(sendable ? "guide.refusals.message" : "guide.long", locale);
        return new Written(
                "/guide",
                List.of(
                        new Text("qui", words.say("frame.text.qui", locale), "Jeanne Riffault", false),
                        new Text("words", words.say("frame.text.words", locale), message, true)),
                Map.of(),
                sendable);
    }

    private static List<State> states() {
        return List.of(
                new State("plain", "fichier", "guide.claim.draft"),
                new State("plain", "hors-ligne", "guide.claim.offline"),
                new State("info", "attente", "guide.claim.sent"),
                new State("attention", "bulle", "guide.claim.asked"),
                new State("success", "coche", "guide.claim.validated"),
                new State("error", "fermer", "guide.claim.declined"));
    }

    private Map<String, String> options(Locale locale) {
        var options = new LinkedHashMap<String, String>();
        for (var minutes : List.of(30, 60, 90, 120)) {
            options.put(String.valueOf(minutes), words.duration(minutes, locale));
        }
        return options;
    }

    private Map<String, String> errors(Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        errors.put("lien-erreur-exemple", words.say("guide.field.link.error", locale));
        errors.put("duree-erreur", words.say("guide.field.duration.error", locale));
        return errors;
    }
}
