package org.maillage.web.badges.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.catalogue.Competences;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.Alignment.Framework;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.ledger.value.Malformed;
import org.maillage.ledger.value.Role;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a form says of a badge: its texts in both languages, its rule, what it aligns with, and how long it is valid. */
record DefinitionForm(MultiValueMap<String, String> typed, RulePart rule) {

    private static final int NAME = 80;
    private static final int DESCRIPTION = 500;
    private static final int CRITERIA = 2_000;
    private static final int MOST_ALIGNMENTS = 20;

    /** As it was sent. */
    static DefinitionForm of(MultiValueMap<String, String> typed) {
        return new DefinitionForm(typed, RulePart.read(typed));
    }

    /** Of a badge that nobody has thought of yet. */
    static DefinitionForm blank() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("step", BadgeStep.FIRST_STEPS.name());
        return new DefinitionForm(typed, RulePart.blank(RulePart.What.ALL).at(RulePart.WHOLE));
    }

    /** Of a badge that there is. */
    static DefinitionForm of(BadgeContent content) {
        var typed = new LinkedMultiValueMap<String, String>();
        texts(content.texts().fr(), "Fr", typed);
        texts(content.texts().en(), "En", typed);
        var role = content.role();
        typed.add("role", role == null ? "" : role.name());
        typed.add("step", content.step().name());
        var months = content.validMonths();
        typed.add("months", months == null ? "" : months.toString());
        var esco = new ArrayList<String>();
        for (var alignment : content.alignments()) {
            switch (alignment.framework()) {
                case DIGCOMP_2_2, PIX -> typed.add("alignments", alignment.framework() + " " + alignment.code());
                case ESCO -> esco.add(alignment.code());
            }
        }
        typed.add("esco", String.join("\n", esco));
        return new DefinitionForm(typed, RuleReading.parts(content.rule()));
    }

    private static void texts(BadgeText text, String language, MultiValueMap<String, String> typed) {
        typed.add("name" + language, text.name());
        typed.add("description" + language, text.description());
        typed.add("criteria" + language, text.criteria());
    }

    DefinitionForm with(RulePart changed) {
        return new DefinitionForm(typed, changed);
    }

    /** What was typed into a field. */
    public String text(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** Whether a competence was ticked. */
    public boolean aligns(Alignment alignment) {
        return typed.getOrDefault("alignments", List.of()).contains(alignment.framework() + " " + alignment.code());
    }

    /** The badge; empty, with sentences beside its fields, where it cannot be read. */
    Optional<BadgeContent> read(Form form, Words words, Locale locale) {
        var texts = new BadgeTexts(text("Fr", form, words, locale), text("En", form, words, locale));
        var role = text("role").isEmpty()
                ? null
                : form.read("role", () -> Role.valueOf(text("role")), words.say("work.role.wrong", locale));
        var step = form.read("step", () -> BadgeStep.valueOf(text("step")), words.say("work.step.wrong", locale));
        var months = form.read("months", this::months, words.say("work.months.wrong", locale));
        var rule = new RuleReading(form, key -> words.say(key, locale)).rule(rule());
        var alignments = alignments(form, words, locale);
        if (!form.isRead() || rule.isEmpty() || step == null || months == null) {
            return Optional.empty();
        }
        return Optional.of(new BadgeContent(role, step, texts, rule.get(), alignments, months == 0 ? null : months));
    }

    /** 0 where nothing is typed: without limit. */
    private Integer months() {
        var typed = text("months").strip();
        int months = Form.whole(typed);
        if (!typed.isEmpty() && (months < 1 || months > 120)) {
            throw new IllegalArgumentException("valid for 1 to 120 months");
        }
        return months;
    }

    private BadgeText text(String language, Form form, Words words, Locale locale) {
        return new BadgeText(
                required("name" + language, NAME, form, words, locale),
                required("description" + language, DESCRIPTION, form, words, locale),
                required("criteria" + language, CRITERIA, form, words, locale));
    }

    private String required(String field, int most, Form form, Words words, Locale locale) {
        var typed = text(field).strip();
        if (typed.isEmpty()) {
            form.fault(field, words.say("work.missing." + field, locale));
        } else if (typed.length() > most) {
            form.fault(field, words.say("work.long", locale, most, typed.length()));
        }
        return typed;
    }

    private List<Alignment> alignments(Form form, Words words, Locale locale) {
        var alignments = new ArrayList<Alignment>();
        for (var ticked : typed.getOrDefault("alignments", List.of())) {
            var parts = ticked.split(" ", 2);
            var alignment = form.read(
                    "alignments",
                    () -> new Alignment(Framework.valueOf(parts[0]), parts.length == 2 ? parts[1] : ""),
                    words.say("work.alignments.wrong", locale));
            add(alignment, "alignments", alignments, form, words.say("work.alignments.wrong", locale));
        }
        for (var line : text("esco")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList()) {
            add(esco(line), "esco", alignments, form, words.say("work.esco.wrong", locale, line));
        }
        if (alignments.size() > MOST_ALIGNMENTS) {
            form.fault("alignments", words.say("work.alignments.many", locale, MOST_ALIGNMENTS));
            return List.of();
        }
        return alignments;
    }

    private static void add(@Nullable Alignment alignment, String field, List<Alignment> to, Form form, String wrong) {
        if (alignment == null || !Competences.isCode(alignment.framework(), alignment.code())) {
            form.fault(field, wrong);
        } else if (!to.contains(alignment)) {
            to.add(alignment);
        }
    }

    private static @Nullable Alignment esco(String line) {
        try {
            return new Alignment(Framework.ESCO, line.replace("https://", "http://"));
        } catch (Malformed _) {
            return null;
        }
    }
}
