package org.maillage.web.demo;

import java.util.List;

/** The people of the sign-in page. */
final class Doors {

    private final Ids ids;

    private Doors(Ids ids) {
        this.ids = ids;
    }

    static List<DemoPerson> people(Ids ids) {
        var doors = new Doors(ids);
        var arcelle = Region.TWELVE.getFirst();
        return List.of(
                doors.person(arcelle, Cast.NADIA, "médiatrice, Montbrellin", "mediator, Montbrellin"),
                doors.person(arcelle, Cast.CLAIRE, "coordinatrice du réseau", "coordinator of the network"),
                doors.person(arcelle, Cast.SAMIR, "coordinateur bénévole", "volunteer coordinator"),
                doors.administrator(),
                doors.person(
                        arcelle,
                        Cast.KARIM,
                        "animateur salarié, son temps va au fonds",
                        "paid session leader; his time goes to the fund"),
                doors.person(arcelle, Cast.JEANNE, "bénévole, prête et répare", "volunteer, lends and repairs"),
                doors.person(arcelle, Cast.SACHA, "indépendant, dans deux réseaux", "freelance, in two networks"),
                doors.person(arcelle, Cast.MAIA, "vient d’arriver", "has just arrived"),
                doors.person(
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
