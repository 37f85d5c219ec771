package org.maillage.projection.member;

import java.util.List;

/**
 * Who a person is now.
 *
 * @param standings in the networks that they have not left, by name of the network
 * @param administrator whether they administer the installation
 */
public record KnownPerson(List<Standing> standings, boolean administrator) {

    public KnownPerson {
        standings = List.copyOf(standings);
    }
}
