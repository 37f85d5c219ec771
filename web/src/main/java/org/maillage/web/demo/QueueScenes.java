package org.maillage.web.demo;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;

/** Tells what waits for Claire: claims that are ready, that deserve a closer look for each reason, or were asked about. */
final class QueueScenes {

    private final Society arcelle;
    private final Milestones days;
    private final Ids ids;
    private final Script script;
    private final NetworkId network;

    QueueScenes(Society arcelle, Milestones days, Ids ids, Script script) {
        this.arcelle = arcelle;
        this.days = days;
        this.ids = ids;
        this.script = script;
        this.network = arcelle.terrain().network();
    }

    void tell() {
        ready();
        unconfirmed();
        strange();
        asked();
        appealed();
    }

    private void ready() {
        var smartphone = claim(0, Doing.WORKSHOP_LED, "Premiers pas sur smartphone", 120, Cast.NADIA, Cast.KARIM);
        confirm(smartphone);
        claim(0, Doing.REVIEW, "Relecture « Mots de passe »", 30, Cast.ELIO);
        claim(1, Doing.TRIAL, "Essai du parcours « Carte grise »", 90, Cast.SACHA);
        confirm(claim(2, Doing.DISSEMINATION, "Le réseau expliqué aux élus", 45, Cast.KARIM, Cast.JEANNE));
        confirm(claim(
                3, Doing.RESOURCE_CREATED, "Jeu de cartes pour repérer une arnaque", 180, Cast.NADIA, Cast.SACHA));
        claim(1, Doing.COORDINATION, "Point mensuel avec les lieux", 60, Cast.CLAIRE);
        var binome = sketch(1, Doing.COMPANIONSHIP, "Binôme avec une nouvelle médiatrice")
                .helping(who(Cast.MAIA));
        submit(binome, 180, Cast.JEANNE);
    }

    private void unconfirmed() {
        claim(1, Doing.WORKSHOP_LED, "Envoyer une photo à ses proches", 90, Cast.KARIM, Cast.JEANNE);
        var denied = claim(2, Doing.TRIAL, "Essai d’une visio à faible débit", 60, Cast.SACHA, Cast.ELIO);
        var share = denied.unconfirmed().getFirst().share();
        script.add(
                denied.at().plus(Duration.ofMinutes(25)),
                denied.key() + "/deny",
                new DenyShare(denied.id(), network, who(Cast.ELIO).member(), share));
    }

    /** A long day, the same evidence twice, times that overlap, two who help each other. */
    private void strange() {
        submit(
                sketch(4, Doing.LOGISTICS, "Fête du numérique : montage, accueil, rangement")
                        .longDay(),
                750,
                Cast.JEANNE);
        var trace = "https://traces." + arcelle.region().domain() + "/livret-visio";
        submit(sketch(3, Doing.REVIEW, "Relecture du livret de la visio").link(trace), 60, Cast.ELIO);
        submit(sketch(2, Doing.REVIEW, "Livret de la visio, relecture").link(trace), 60, Cast.ELIO);
        submit(sketch(3, Doing.DROP_IN, "Permanence du marché").starting(14, 0), 120, Cast.KARIM);
        submit(sketch(3, Doing.ACCOMPANIMENT, "Dossier de logement en ligne").starting(15, 0), 90, Cast.KARIM);
        submit(sketch(4, Doing.REPAIR, "Batterie du portable de Nadia").helping(who(Cast.NADIA)), 60, Cast.JEANNE);
        submit(sketch(2, Doing.ACCOMPANIMENT, "Messagerie de Jeanne").helping(who(Cast.JEANNE)), 45, Cast.NADIA);
    }

    private void asked() {
        var cards = claim(2, Doing.RESOURCE_CREATED, "Affiche en français simple", 240, Cast.SACHA);
        ask(cards, Cast.CLAIRE, "La durée comprend-elle les essais avec le groupe ?");
        var desk = claim(3, Doing.DROP_IN, "Permanence du numéribus", 210, Cast.KARIM);
        ask(desk, Cast.SAMIR, "Le trajet est-il compté dans la durée ?");
        var watch = claim(3, Doing.WATCH, "Veille sur les aides à l’équipement", 60, Cast.NADIA);
        ask(watch, Cast.SAMIR, "Avez-vous un lien vers le résumé ?");
        script.add(
                watch.at().plus(Duration.ofHours(18)),
                watch.key() + "/answer",
                new AnswerClarification(
                        watch.id(), network, watch.author(), "Oui, il est dans le dossier commun, à la date du jour."));
    }

    /** Samir declined, so that Claire may give the second opinion. */
    private void appealed() {
        var fair = claim(6, Doing.DISSEMINATION, "Stand à la fête de Corvenne", 240, Cast.KARIM);
        script.add(
                fair.at().plus(Duration.ofHours(15)),
                fair.key() + "/decline",
                new Decline(
                        fair.id(),
                        network,
                        who(Cast.SAMIR).member(),
                        DeclineReason.CANNOT_BE_CONFIRMED,
                        "Personne sur place ne peut le confirmer. Avec une trace, nous pourrons reprendre."));
        script.add(
                fair.at().plus(Duration.ofHours(40)),
                fair.key() + "/appeal",
                new Appeal(
                        fair.id(),
                        network,
                        fair.author(),
                        "Le centre social tenait le stand voisin, il peut en témoigner."));
    }

    private void ask(Claim claim, int coordinator, String question) {
        script.add(
                claim.at().plus(Duration.ofHours(14)),
                claim.key() + "/ask",
                new AskClarification(claim.id(), network, who(coordinator).member(), question));
    }

    private Sketch sketch(int daysAgo, Doing doing, String title) {
        var sketch =
                new Sketch(ids, arcelle, "queue/" + title, doing, days.last().minusDays(daysAgo));
        sketch.words(title, null);
        if (doing.beforePeople()) {
            sketch.words(title, "Huit personnes, la plupart pour la première fois.")
                    .present(AudienceKind.ADULTS, 8);
        }
        return sketch;
    }

    private Claim claim(int daysAgo, Doing doing, String title, int minutes, int author, int... others) {
        return submit(sketch(daysAgo, doing, title), minutes, author, others);
    }

    private Claim submit(Sketch sketch, int minutes, int author, int... others) {
        share(sketch, minutes, author);
        for (var other : others) {
            share(sketch, minutes, other);
        }
        var claim = sketch.by(who(author), 0, 17, 20);
        script.add(claim.at(), claim.key() + "/submit", claim.submit());
        return claim;
    }

    private void share(Sketch sketch, int minutes, int number) {
        sketch.share(who(number), Quantity.minutes(minutes), who(number).payment(), Capacity.MEMBER);
    }

    private void confirm(Claim claim) {
        for (var share : List.copyOf(claim.unconfirmed())) {
            var holder = Objects.requireNonNull(claim.contributors().get(share.share()));
            script.add(
                    claim.at().plus(Duration.ofMinutes(18)),
                    claim.key() + "/confirm/" + share.share(),
                    new ConfirmShare(claim.id(), network, holder.member(), share.share()));
        }
    }

    private Participant who(int number) {
        return arcelle.people().get(number);
    }
}
