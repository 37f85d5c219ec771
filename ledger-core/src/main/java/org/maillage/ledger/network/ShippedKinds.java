package org.maillage.ledger.network;

import static org.maillage.ledger.value.Role.COMPANION;
import static org.maillage.ledger.value.Role.CONNECT;
import static org.maillage.ledger.value.Role.EQUIP;
import static org.maillage.ledger.value.Role.INVENT;
import static org.maillage.ledger.value.Role.LEAD;
import static org.maillage.ledger.value.Role.REVIEW;
import static org.maillage.ledger.value.Role.SPREAD;
import static org.maillage.ledger.value.Role.TEST;

import java.util.ArrayList;
import java.util.List;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;

/** The kinds that every network starts with, all TIME, and the default tariff: 2 mailles an hour for each (rule 5). */
public final class ShippedKinds {

    /** Hundredths of a maille per hour. */
    private static final long RATE = 200;

    private record Shipped(String code, String label, RoleWeights weights) {}

    private static final List<Shipped> SHIPPED = List.of(
            of("workshop-led", "Atelier animé", LEAD),
            of("training-given", "Formation donnée", LEAD),
            of("accompaniment", "Accompagnement", COMPANION),
            of("companionship", "Compagnonnage", COMPANION),
            of("drop-in", "Permanence", COMPANION),
            of("resource-created", "Ressource ou idée créée", INVENT),
            of("digital-commons", "Commun numérique", INVENT),
            of("trial", "Essai", TEST),
            of("review", "Relecture", REVIEW),
            of("dissemination", "Diffusion", SPREAD),
            halves("documentation", "Documentation", INVENT, SPREAD),
            halves("translation", "Traduction", INVENT, SPREAD),
            halves("watch", "Veille", INVENT, SPREAD),
            of("connection", "Mise en lien", CONNECT),
            of("coordination", "Coordination", CONNECT),
            of("governance", "Gouvernance", CONNECT),
            of("validation", "Validation", CONNECT),
            of("loan", "Prêt", EQUIP),
            of("repair", "Réparation", EQUIP),
            of("maintenance", "Maintenance", EQUIP),
            halves("welcome", "Accueil", COMPANION, EQUIP),
            halves("logistics", "Logistique", COMPANION, EQUIP));

    private ShippedKinds() {}

    /** The kinds, in the order in which screens offer them. */
    public static List<Kind> kinds() {
        return SHIPPED.stream()
                .map(s -> new Kind(new KindCode(s.code()), Measure.TIME, s.label(), 1))
                .toList();
    }

    /** The default tariff's line of each. */
    public static List<TariffLine> tariff() {
        var lines = new ArrayList<TariffLine>();
        SHIPPED.forEach(s -> lines.add(new TariffLine(new KindCode(s.code()), RATE, null, s.weights())));
        return List.copyOf(lines);
    }

    private static Shipped of(String code, String label, Role role) {
        return new Shipped(code, label, RoleWeights.all(role));
    }

    private static Shipped halves(String code, String label, Role one, Role other) {
        return new Shipped(code, label, RoleWeights.halves(one, other));
    }
}
