package org.maillage.projection;

import java.util.EnumMap;
import java.util.StringJoiner;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;

/** Role weights as a column keeps them, such as {@code INVENT=5000 SPREAD=5000}, in the roles' order. */
public final class WeightsText {

    private WeightsText() {}

    public static String write(RoleWeights weights) {
        var text = new StringJoiner(" ");
        weights.basisPoints().forEach((role, points) -> text.add(role + "=" + points));
        return text.toString();
    }

    public static RoleWeights read(String text) {
        var weights = new EnumMap<Role, Integer>(Role.class);
        for (var weight : text.split(" ", -1)) {
            var equals = weight.indexOf('=');
            weights.put(Role.valueOf(weight.substring(0, equals)), Integer.valueOf(weight.substring(equals + 1)));
        }
        return new RoleWeights(weights);
    }
}
