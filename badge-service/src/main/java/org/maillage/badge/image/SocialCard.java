package org.maillage.badge.image;

/**
 * The picture that other sites show beside a link to a badge (Open Graph: 1200 × 630): the badge, its name, who has it where
 * they show it, and who awarded it.
 */
public final class SocialCard {

    /** Pixels across. */
    public static final int WIDTH = 1_200;

    /** Pixels down. */
    public static final int HEIGHT = 630;

    private static final String PAPER = "#fff";
    private static final String GREEN = "#0b3b31";
    private static final String INK = "#10211c";
    private static final String QUIET = "#4a5f57";
    private static final String RED = "#a51d24";
    private static final double LEADING = 1.16;
    private static final double GAP = 8;
    private static final double MARK = 64;
    private static final double LEFT = 560;
    private static final double ROOM = WIDTH - LEFT - 60;

    private SocialCard() {}

    /**
     * The picture.
     *
     * @param name of the badge, in the page's language
     * @param holder who has it; empty where they do not show their name
     * @param issuer the network
     * @param ended the word for a badge that does not count; empty where it does
     */
    public static byte[] png(BadgeImage image, String name, String holder, String issuer, String ended) {
        var pixels = new Pixels(WIDTH, HEIGHT);
        Drawing.lay(card(name, holder, issuer, ended), pixels, 1, 0, 0);
        Drawing.lay(image.decoration(), pixels, 440 / 240.0, 70, 70);
        return Png.file(pixels);
    }

    private static String card(String name, String holder, String issuer, String ended) {
        var svg = new StringBuilder("<svg " + Svg.NAMESPACE + "><rect width=\"1200\" height=\"630\" fill=\"" + PAPER
                + "\"/><rect y=\"580\" width=\"1200\" height=\"50\" fill=\"" + GREEN + "\"/>");
        var title = Lettering.TITLE.block(name, ROOM, 3, 64, 56, 48, 40, 32);
        var who = Lettering.TEXT.block(holder, ROOM, 2, 38, 34, 30);
        var by = Lettering.TEXT.block(issuer, ROOM, 2, 30, 26);
        double high = height(title)
                + 2 * GAP
                + height(by)
                + (holder.isEmpty() ? 0 : height(who) + GAP)
                + (ended.isEmpty() ? 0 : MARK);
        double y = Math.max(30, (580 - high) / 2);
        if (!ended.isEmpty()) {
            y = mark(ended, y, svg);
        }
        y = write(title, Lettering.TITLE, INK, y, svg) + 2 * GAP;
        if (!holder.isEmpty()) {
            y = write(who, Lettering.TEXT, INK, y, svg) + GAP;
        }
        write(by, Lettering.TEXT, QUIET, y, svg);
        return svg.append(Lettering.TITLE.path("Maillage", 28, 60, 615, PAPER))
                .append("</svg>")
                .toString();
    }

    private static double height(Lettering.Block block) {
        return block.lines().size() * block.size() * LEADING;
    }

    /** Draws lines from their top; returns where they end. */
    private static double write(
            Lettering.Block block, Lettering lettering, String colour, double top, StringBuilder svg) {
        double y = top;
        for (var line : block.lines()) {
            svg.append(lettering.path(line, block.size(), LEFT, y + block.size(), colour));
            y += block.size() * LEADING;
        }
        return y;
    }

    /** A word on red, as what is crossed out is; returns where it ends. */
    private static double mark(String word, double top, StringBuilder svg) {
        svg.append("<rect x=\"" + Svg.number(LEFT) + "\" y=\"" + Svg.number(top) + "\" width=\""
                + Svg.number(Lettering.TITLE.width(word, 30) + 36) + "\" height=\"48\" fill=\"" + RED + "\"/>");
        svg.append(Lettering.TITLE.path(word, 30, LEFT + 18, top + 35, PAPER));
        return top + MARK;
    }
}
