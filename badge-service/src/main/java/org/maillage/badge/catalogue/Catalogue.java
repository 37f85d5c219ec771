package org.maillage.badge.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.Alignment.Framework;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.ledger.value.Role;

/**
 * The badges that the program ships: a first contribution, and three steps for each of the eight roles, which ask the same of
 * every role. Their rules name roles, never kinds, so that they fit every network. A network may revise or retire them.
 */
public final class Catalogue {

    private static final Properties FRENCH = texts("fr");
    private static final Properties ENGLISH = texts("en");
    private static final List<Entry> ENTRIES = entriesInOrder();

    private Catalogue() {}

    /**
     * One badge of the catalogue.
     *
     * @param code its name in the catalogue, such as {@code lead.practice}; never changes
     */
    public record Entry(String code, BadgeContent content) {}

    /** All of them: the first contribution, then role by role and step by step. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    private static List<Entry> entriesInOrder() {
        var entries = new ArrayList<Entry>();
        entries.add(entry("first-contribution", null, BadgeStep.FIRST_STEPS, new BadgeRule.Count(1, Among.ALL, null)));
        for (var role : Role.values()) {
            for (var step : BadgeStep.values()) {
                entries.add(entry(lower(role) + "." + lower(step), role, step, rule(role, step)));
            }
        }
        return List.copyOf(entries);
    }

    private static Entry entry(String code, @Nullable Role role, BadgeStep step, BadgeRule rule) {
        var texts = new BadgeTexts(text(FRENCH, code), text(ENGLISH, code));
        return new Entry(code, new BadgeContent(role, step, texts, rule, alignments(role), null));
    }

    /**
     * The competences that whatever earns the badges of a role shows. Tests, introductions and loans show none of a
     * framework's by themselves, whatever tools they are done with; nor does just any contribution.
     */
    private static List<Alignment> alignments(@Nullable Role role) {
        return role == null
                ? List.of()
                : switch (role) {
                    // 5.4: to support others with the development of their digital competence.
                    case LEAD, COMPANION -> List.of(new Alignment(Framework.DIGCOMP_2_2, "5.4"));
                    // 3.1: to create and edit digital content.
                    case INVENT -> List.of(new Alignment(Framework.DIGCOMP_2_2, "3.1"));
                    // 3.2: to modify, refine and improve what is there.
                    case REVIEW -> List.of(new Alignment(Framework.DIGCOMP_2_2, "3.2"));
                    // 2.2 of both: to share and to publish.
                    case SPREAD ->
                        List.of(new Alignment(Framework.DIGCOMP_2_2, "2.2"), new Alignment(Framework.PIX, "2.2"));
                    case TEST, CONNECT, EQUIP -> List.of();
                };
    }

    private static BadgeRule rule(Role role, BadgeStep step) {
        var among = Among.role(role);
        return switch (step) {
            case FIRST_STEPS -> new BadgeRule.Count(3, among, null);
            case PRACTICE ->
                new BadgeRule.AllOf(List.of(
                        new BadgeRule.Count(12, among, null),
                        new BadgeRule.SpreadOverMonths(3, among, null),
                        new BadgeRule.ConfirmedBy(3, among, null)));
            case TRANSMISSION ->
                new BadgeRule.AllOf(List.of(
                        new BadgeRule.Count(24, among, null),
                        new BadgeRule.SpreadOverMonths(6, among, null),
                        new BadgeRule.ConfirmedBy(5, among, null),
                        new BadgeRule.AnyOf(List.of(
                                new BadgeRule.CompanionEndorsement(1),
                                new BadgeRule.Count(3, Among.role(handsOnBy(role)), null)))));
        };
    }

    /** The role in which a practice is handed on: beside people; for those who are there already, before a group. */
    private static Role handsOnBy(Role role) {
        return role == Role.COMPANION ? Role.LEAD : Role.COMPANION;
    }

    private static BadgeText text(Properties texts, String code) {
        return new BadgeText(
                said(texts, code + ".name"), said(texts, code + ".description"), said(texts, code + ".criteria"));
    }

    private static String said(Properties texts, String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        var file = "catalogue_" + language + ".properties";
        try (var stream = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
