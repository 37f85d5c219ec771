package org.maillage.web.demo;

import org.maillage.web.demo.Terrain.Spot;

/** Puts a place into a text. */
record Wording(Texts texts) {

    String title(Doing doing, Spot spot, Dice dice) {
        return filled(texts.one("title " + doing.code(), dice), spot);
    }

    String sentence(Doing doing, Spot spot, Dice dice) {
        return filled(texts.one("sentence " + doing.code(), dice), spot);
    }

    private static String filled(String text, Spot spot) {
        return text.replace("{lieu}", spot.phrase()).replace("{commune}", spot.communeName());
    }
}
