package org.maillage.web.drawing;

import org.maillage.badge.image.RoleShape;
import org.maillage.badge.image.Svg;
import org.maillage.ledger.value.Role;

/**
 * The mark of a role: its outline and pictogram, for use below 64 px. It takes its colours from the page's stylesheet, so it
 * follows the reader's theme; pages that show many use the same drawing from {@code icons.svg}.
 */
public final class RoleMark {

    private RoleMark() {}

    /** The mark beside the role's word. */
    public static String decoration(Role role) {
        return Svg.decoration(attributes(role), drawing(role));
    }

    /**
     * The mark that stands alone.
     *
     * @param title the role's word, in the reader's language
     */
    public static String titled(Role role, String title) {
        return Svg.titled(attributes(role), title, "", drawing(role));
    }

    static String outline(Role role) {
        return RoleShape.of(role).outline(23, 24, 96);
    }

    private static String attributes(Role role) {
        return "class=\"pastille\" data-role=\"" + role.name() + "\" viewBox=\"0 0 48 48\"";
    }

    private static String drawing(Role role) {
        return "<path class=\"p-f\" d=\"" + outline(role) + "\"/>"
                + "<g class=\"p-g\" transform=\"translate(24 24) scale(.52) translate(-24 -24)\">"
                + RoleShape.of(role).glyph() + "</g>";
    }
}
