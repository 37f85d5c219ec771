package org.maillage.web.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of the story: fourteen months that end the evening before the network is made.
 *
 * @param today the day for which the network is made
 */
record Milestones(LocalDate today) {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The day on which the networks are created. */
    LocalDate start() {
        return today.minusMonths(14);
    }

    /** The last day with contributions. */
    LocalDate last() {
        return today.minusDays(1);
    }

    /** Nothing of the story is later. */
    Instant end() {
        return at(last(), 22, 0);
    }

    /** A kind is added, and version 2 of the tariff with it. */
    LocalDate secondTariff(Region region) {
        return start().plusDays(140L + region.number() * 5L);
    }

    /** Version 3 of the tariff is adopted; it takes effect on the first of the next month. */
    LocalDate thirdTariff(Region region) {
        return today.minusDays(73L + region.number() * 6L);
    }

    /** Version 2 of the charter is published. */
    LocalDate secondCharter(Region region) {
        return start().plusDays(265L + region.number());
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(PARIS).toInstant();
    }
}
