package org.maillage.web.contributions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Tariffs;
import org.maillage.web.frame.Words;

/** The kinds of a network, each under the verb of the first role that the tariff of a day gives it. */
final class Kinds {

    private final NetworkId network;
    private final List<Kind> kinds;
    private final Supplier<Tariffs> tariffs;
    private final LocalDate day;
    private @Nullable Map<KindCode, Role> roles;

    private Kinds(NetworkId network, List<Kind> kinds, Supplier<Tariffs> tariffs, LocalDate day) {
        this.network = network;
        this.kinds = kinds;
        this.tariffs = tariffs;
        this.day = day;
    }

    /** The kinds of a network as its tariff ranges them on a day. */
    static Kinds of(Projections views, NetworkId network, LocalDate day) {
        var kinds = views.networks().kinds(network, AsOf.NOW);
        return new Kinds(network, kinds, () -> views.networks().tariffsNow(network), day);
    }

    // The tariff is asked for by those alone who ask for verbs: a claim that is sent asks only what its kind counts.
    private Map<KindCode, Role> roles() {
        var known = roles;
        if (known == null) {
            known = new HashMap<>();
            var ruling = tariffs.get();
            for (var kind : kinds) {
                var role = ruling.on(day, kind.code())
                        .flatMap(rules -> rules.line().weights().basisPoints().keySet().stream()
                                .min(Comparator.naturalOrder()));
                if (role.isPresent()) {
                    known.put(kind.code(), role.get());
                }
            }
            roles = known;
        }
        return known;
    }

    /** What a kind counts; time where there is none of this code. */
    Measure measure(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().value().equals(code))
                .map(Kind::measure)
                .findFirst()
                .orElse(Measure.TIME);
    }

    /** The verb that a kind stands under; empty where there is none of this code. */
    String verb(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().value().equals(code))
                .map(kind -> verb(kind.code()))
                .findFirst()
                .orElse("");
    }

    private String verb(KindCode kind) {
        var role = roles().get(kind);
        return role == null ? ClaimForm.OTHER_VERB : role.name();
    }

    /** Whether any kind is counted in units. */
    boolean anyCounted() {
        return kinds.stream().anyMatch(kind -> kind.measure() == Measure.COUNT);
    }

    /** Codes of the kinds that are counted in units. */
    Set<String> counted() {
        return kinds.stream()
                .filter(kind -> kind.measure() == Measure.COUNT)
                .map(kind -> kind.code().value())
                .collect(Collectors.toSet());
    }

    /** Codes of the kinds of a role. */
    List<KindCode> of(Role role) {
        return kinds.stream()
                .map(Kind::code)
                .filter(code -> role == roles().get(code))
                .toList();
    }

    /** A verb and its kinds by name, first the one that it opens. */
    record Verb(String name, Map<String, String> kinds) {}

    /** The verbs that have kinds, in the roles' order; within one, kinds stand as the network lists them. */
    List<Verb> verbs(Words words, Locale locale) {
        var verbs = new ArrayList<Verb>();
        for (var name : ClaimForm.verbs()) {
            var named = new LinkedHashMap<String, String>();
            kinds.stream()
                    .filter(kind -> verb(kind.code()).equals(name))
                    .forEach(kind -> named.put(kind.code().value(), words.kind(network, kind.code(), locale)));
            if (!named.isEmpty()) {
                verbs.add(new Verb(name, named));
            }
        }
        return verbs;
    }
}
