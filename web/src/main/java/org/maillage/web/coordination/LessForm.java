package org.maillage.web.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** How much of each confirmed share is accepted, and why less than all. */
@Component
class LessForm {

    private final Words words;

    LessForm(Words words) {
        this.words = words;
    }

    /** The confirmed shares of a claim, with what was typed or else all of them. */
    List<Part> parts(Contribution claim, Map<String, String> typed, Locale locale) {
        var parts = new ArrayList<Part>();
        for (var share : claim.shares()) {
            var confirmed = share.confirmed();
            if (confirmed != null) {
                parts.add(part(claim, share, confirmed, typed, locale));
            }
        }
        return parts;
    }

    private Part part(Contribution claim, Share share, Quantity confirmed, Map<String, String> typed, Locale locale) {
        var id = share.share().toString();
        int minutes = confirmed.creditedMinutes();
        return new Part(
                id,
                words.account(claim.network(), share.contributor(), locale),
                words.quantity(confirmed, locale),
                confirmed.units() > 0,
                typed.getOrDefault("heures-" + id, Integer.toString(minutes / 60)),
                typed.getOrDefault("minutes-" + id, Integer.toString(minutes % 60)),
                typed.getOrDefault("unites-" + id, Integer.toString(confirmed.units())),
                typed.containsKey("rien-" + id),
                typed.getOrDefault("motif-" + id, ""),
                typed.getOrDefault("mots-" + id, ""));
    }

    Map<String, String> reasons(Locale locale) {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("", words.say("contributions.reason.choose", locale));
        for (var reason : LessReason.values()) {
            reasons.put(reason.name(), words.say("queue.less.reason." + reason, locale));
        }
        return reasons;
    }

    /** What is accepted for less; keeps a sentence about each field that cannot be read, and where nothing is less. */
    List<Less> read(Contribution claim, Map<String, String> typed, Form form, Locale locale) {
        var less = new ArrayList<Less>();
        for (var share : claim.shares()) {
            var confirmed = share.confirmed();
            if (confirmed != null) {
                read(share, confirmed, typed, form, locale).ifPresent(less::add);
            }
        }
        if (less.isEmpty() && form.isRead()) {
            form.fault("parts", words.say("queue.less.nothing", locale));
        }
        return less;
    }

    private Optional<Less> read(Share share, Quantity confirmed, Map<String, String> typed, Form form, Locale locale) {
        var id = share.share().toString();
        var nothing = typed.containsKey("rien-" + id);
        var accepted = nothing ? null : accepted(id, confirmed, typed, form, locale);
        if (!nothing && (accepted == null || accepted.equals(confirmed))) {
            return Optional.empty();
        }
        var reason = form.read(
                "motif-" + id,
                () -> LessReason.valueOf(typed.getOrDefault("motif-" + id, "")),
                words.say("contributions.reason.missing", locale));
        var said = typed.getOrDefault("mots-" + id, "");
        if (reason == LessReason.OTHER && said.isBlank()) {
            form.fault("mots-" + id, words.say("queue.less.words.missing", locale));
        }
        return reason == null
                ? Optional.empty()
                : Optional.of(new Less(share.share(), accepted, reason, said.isBlank() ? null : said));
    }

    /** What is accepted of all confirmed shares, and what was confirmed. */
    Sums sums(Contribution claim, List<Less> less, Locale locale) {
        var accepted = new ArrayList<Quantity>();
        var confirmed = new ArrayList<Quantity>();
        for (var share : claim.shares()) {
            var all = share.confirmed();
            if (all != null) {
                confirmed.add(all);
                less.stream()
                        .filter(one -> one.share().equals(share.share()))
                        .findFirst()
                        .map(one -> Optional.ofNullable(one.accepted()))
                        .orElse(Optional.of(all))
                        .ifPresent(accepted::add);
            }
        }
        return new Sums(words.sum(accepted, locale), words.sum(confirmed, locale));
    }

    private @Nullable Quantity accepted(
            String id, Quantity confirmed, Map<String, String> typed, Form form, Locale locale) {
        var units = confirmed.units() > 0;
        var field = (units ? "unites-" : "heures-") + id;
        var most = words.say("queue.less.most", locale, words.quantity(confirmed, locale));
        return form.read(
                field,
                () -> units ? upTo(confirmed.units(), typed, field, confirmed) : timeUpTo(confirmed, typed, id),
                most);
    }

    private static Quantity upTo(int most, Map<String, String> typed, String field, Quantity confirmed) {
        int units = Form.whole(typed.getOrDefault(field, "").strip());
        requireWithin(units, most);
        return new Quantity(confirmed.session(), confirmed.preparation(), confirmed.travel(), units);
    }

    // What was done with people counts first; preparation is what is cut.
    private static Quantity timeUpTo(Quantity confirmed, Map<String, String> typed, String id) {
        int minutes = Math.addExact(
                Math.multiplyExact(
                        Form.whole(typed.getOrDefault("heures-" + id, "").strip()), 60),
                Form.whole(typed.getOrDefault("minutes-" + id, "").strip()));
        requireWithin(minutes, confirmed.creditedMinutes());
        int session = Math.min(confirmed.session(), minutes);
        return new Quantity(session, minutes - session, confirmed.travel(), 0);
    }

    private static void requireWithin(int accepted, int most) {
        if (accepted < 1 || accepted > most) {
            throw new IllegalArgumentException("more than was confirmed, or nothing");
        }
    }

    /** Quantities in words. */
    record Sums(String accepted, String confirmed) {}

    /**
     * A share in the form.
     *
     * @param all what its contributor confirmed, in words
     * @param counted whether it is counted in units rather than in time
     * @param none whether nothing of it is accepted
     */
    record Part(
            String id,
            String who,
            String all,
            boolean counted,
            String hours,
            String minutes,
            String units,
            boolean none,
            String reason,
            String words) {}
}
