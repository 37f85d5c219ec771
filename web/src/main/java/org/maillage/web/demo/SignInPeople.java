package org.maillage.web.demo;

import java.util.List;

/** The people of the sign-in page. */
final class SignInPeople {

    private final Ids ids;

    private SignInPeople(Ids ids) {
        this.ids = ids;
    }

    static List<DemoPerson> people(Ids ids) {
        var people = new SignInPeople(ids);
        var arcelle = Region.TWELVE.getFirst();
        return List.of(
                people.person(arcelle, Cast.NADIA, "médiatrice, Montbrellin", "mediator, Montbrellin"),
                people.person(arcelle, Cast.CLAIRE, "coordinatrice du réseau", "coordinator of the network"),
                people.person(arcelle, Cast.SAMIR, "coordinateur bénévole", "volunteer coordinator"),
                people.administrator(),
                people.person(
                        arcelle,
                        Cast.KARIM,
                        "animateur salarié, son temps va au fonds",
                        "paid session leader; his time goes to the fund"),
                people.person(arcelle, Cast.JEANNE, "bénévole, prête et répare", "volunteer, lends and repairs"),
                people.person(arcelle, Cast.SACHA, "indépendant, dans deux réseaux", "freelance, in two networks"),
                people.person(arcelle, Cast.MAIA, "vient d’arriver", "has just arrived"),
                people.person(
                        Region.TWELVE.get(1), 0, "coordinatrice d’un autre réseau", "coordinator of another network"));
    }

    private DemoPerson person(Region region, int number, String lineFr, String lineEn) {
        var name = Cast.of(region, number).orElseThrow().name();
        return door(region, number, name, lineFr, lineEn, false);
    }

    private DemoPerson administrator() {
        return door(
                Region.PARENT,
                0,
                Cast.ADMINISTRATOR,
                "administratrice de l’installation",
                "administrator of the installation",
                true);
    }

    private DemoPerson door(
            Region region, int number, String name, String lineFr, String lineEn, boolean administrator) {
        return new DemoPerson(
                ids.person(name),
                ids.member(region.key() + "/" + number),
                ids.network(region.key()),
                region.name(),
                name,
                Naming.plain(name) + "@" + region.domain(),
                lineFr,
                lineEn,
                administrator);
    }
}
