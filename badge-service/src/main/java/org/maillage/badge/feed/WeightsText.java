package org.maillage.badge.feed;

import java.util.EnumMap;
import java.util.stream.Collectors;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;

/** Role weights as a column keeps them, such as {@code INVENT=5000,SPREAD=5000}. */
public final class WeightsText {

    private WeightsText() {}

    static String write(RoleWeights weights) {
        return weights.basisPoints().entrySet().stream()
                .map(weight -> weight.getKey() + "=" + weight.getValue())
                .collect(Collectors.joining(","));
    }

    /** The weights that the text says. */
    public static RoleWeights read(String text) {
        var weights = new EnumMap<Role, Integer>(Role.class);
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            weights.put(Role.valueOf(part.substring(0, equals)), Integer.valueOf(part.substring(equals + 1)));
        }
        return new RoleWeights(weights);
    }
}
