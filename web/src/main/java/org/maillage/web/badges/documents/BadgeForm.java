package org.maillage.web.badges.documents;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form of a public badge that is a document of its own, by the ending of its address. */
enum BadgeForm {
    JSON(BadgeForm.JSON_AT, Served.LD_JSON),
    JWT(BadgeForm.JWT_AT, Served.VC_JWT),
    PNG(BadgeForm.PNG_AT, Served.PNG),
    SVG(BadgeForm.SVG_AT, Served.SVG),
    PDF(BadgeForm.PDF_AT, Served.PDF),
    CARD(BadgeForm.CARD_AT, Served.PNG);

    static final String JSON_AT = "/b/{code}.json";
    static final String JWT_AT = "/b/{code}.jwt";
    static final String PNG_AT = "/b/{code}.png";
    static final String SVG_AT = "/b/{code}.svg";
    static final String PDF_AT = "/b/{code}.pdf";
    static final String CARD_AT = "/b/{code}/card.png";

    private final String pattern;
    private final String type;

    BadgeForm(String pattern, String type) {
        this.pattern = pattern;
        this.type = type;
    }

    /** What it is sent as. */
    String type() {
        return type;
    }

    /** What its file ends with, such as {@code .json}. */
    String ending() {
        return pattern.substring(pattern.lastIndexOf('.'));
    }

    /** The form of a file that holds a credential, by the end of its address. */
    static BadgeForm ofFile(String path) {
        return Stream.of(JSON, JWT, PNG, SVG)
                .filter(form -> path.endsWith(form.ending()))
                .findFirst()
                .orElseThrow();
    }

    /** The form that is asked for under one of these patterns. */
    static BadgeForm under(@Nullable Object pattern) {
        return Arrays.stream(values())
                .filter(form -> form.pattern.equals(String.valueOf(pattern)))
                .findFirst()
                .orElseThrow();
    }
}
