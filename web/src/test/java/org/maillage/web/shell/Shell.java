package org.maillage.web.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.member.Standing;
import org.maillage.web.drawing.RoleFlower;
import org.maillage.web.security.Viewer;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Renders a page that holds every piece of the shell once. */
final class Shell {

    public record Tab(String href, String text, @Nullable Integer count, boolean current) {}

    public record Fact(String icon, String name, String value) {}

    public record Step(ZonedDateTime time, String text) {}

    public record Share(Role role, String percent) {}

    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 19, 16, 40, 0, 0, ZoneId.of("Europe/Paris"));
    private static final String FLOWER =
            RoleFlower.decoration(Map.of(Role.LEAD, 40L, Role.COMPANION, 20L, Role.TEST, 5L));

    private Shell() {}

    static Viewer coordinator() {
        return viewer("Claire Vasseur", true);
    }

    static Viewer member() {
        return viewer("Nadia Benali", false);
    }

    private static Viewer viewer(String name, boolean trusted) {
        var person = PersonId.next();
        var standing = new Standing(
                NetworkId.next(), "Réseau du Val d’Arcelle", TIME.getZone(), MemberId.next(), name, trusted);
        return new Viewer(person, Actor.person(person), true, List.of(standing), standing, trusted);
    }

    static String page(Locale locale, @Nullable Viewer viewer, @Nullable String theme) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("viewer", viewer);
        model.put("viewerFlower", viewer != null && viewer.coordinator() ? FLOWER : null);
        model.put("theme", theme);
        model.put("current", "home");
        model.put("queueCount", 12);
        model.put("here", "/");
        model.put("notice", "C’est envoyé. Réponse habituelle : 1 jour.");
        model.put(
                "tabs",
                List.of(
                        new Tab("/coordination/valider", "Prêtes à valider", 7, true),
                        new Tab("/coordination/valider?vue=pres", "À regarder de près", 3, false),
                        new Tab("/coordination/valider?vue=traitees", "Déjà traitées", null, false)));
        model.put(
                "facts",
                List.of(new Fact("horloge", "Durée", "2 h"), new Fact("lieu", "Lieu", "Médiathèque de Montbrellin")));
        model.put(
                "steps",
                List.of(
                        new Step(TIME, "Nadia Benali déclare la contribution"),
                        new Step(TIME.plusMinutes(18), "Karim Ould confirme sa part")));
        model.put("date", LocalDate.of(2026, 11, 19));
        model.put("time", TIME);
        model.put("flower", FLOWER);
        model.put("shares", List.of(new Share(Role.LEAD, "60 %"), new Share(Role.CONNECT, "40 %")));
        model.put(
                "errors", Map.of("lien", "Ce lien ne ressemble pas à une adresse. Exemple : https://exemple.fr/fiche"));
        var options = new LinkedHashMap<String, String>();
        options.put("a", "30 min");
        options.put("b", "1 h 30");
        model.put("options", options);
        return engine().process("preview", context(locale, model));
    }

    private static WebContext context(Locale locale, Map<String, @Nullable Object> model) {
        var servlets = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlets)
                .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse());
        return new WebContext(exchange, locale, new HashMap<>(model));
    }

    private static SpringTemplateEngine engine() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shell", "messages/frame");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }

    static String resource(String path) {
        try (var in = Objects.requireNonNull(Shell.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
