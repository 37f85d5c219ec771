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
    private static final double LEFT = 560;
    private static final double ROOM = WIDTH - LEFT - 60;

    private SocialCard() {}

    /**
     * The picture.
     *
     * @param name of the badge, in the page's language
     * @param holder who has it; empty where they do not show their name
     * @param issuer the network
     */
    public static byte[] png(BadgeImage image, String name, String holder, String issuer) {
        var pixels = new Pixels(WIDTH, HEIGHT);
        Drawing.lay(card(name, holder, issuer), pixels, 1, 0, 0);
        Drawing.lay(image.decoration(), pixels, 440 / 240.0, 70, 70);
        return Png.file(pixels);
    }

    private static String card(String name, String holder, String issuer) {
        var svg = new StringBuilder("<svg " + Svg.NAMESPACE + "><rect width=\"1200\" height=\"630\" fill=\"" + PAPER
                + "\"/><rect y=\"580\" width=\"1200\" height=\"50\" fill=\"" + GREEN + "\"/>");
        var title = Lettering.TITLE.lines(name, 64, ROOM, 3);
        double y = 320 - title.size() * 36 - (holder.isEmpty() ? 0 : 30);
        for (var line : title) {
            svg.append(Lettering.TITLE.path(line, 64, LEFT, y, INK));
            y += 74;
        }
        if (!holder.isEmpty()) {
            svg.append(Lettering.TEXT.path(
                    Lettering.TEXT.lines(holder, 38, ROOM, 1).getFirst(), 38, LEFT, y + 4, INK));
            y += 56;
        }
        svg.append(Lettering.TEXT.path(Lettering.TEXT.lines(issuer, 30, ROOM, 1).getFirst(), 30, LEFT, y + 4, QUIET));
        return svg.append(Lettering.TITLE.path("Maillage", 28, 60, 615, PAPER))
                .append("</svg>")
                .toString();
    }
}
