package org.maillage.web.badges;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.web.frame.Words;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The ways in which a public badge is shown elsewhere: its address, and texts to copy. */
@Component
final class Sharing {

    /** Pixels of the frame that an embedded badge is shown in. */
    static final int WIDTH = 320;

    static final int HEIGHT = 420;

    private final PublicAddress site;
    private final LinkedIn linkedIn;
    private final Words words;

    Sharing(PublicAddress site, LinkedIn linkedIn, Words words) {
        this.site = site;
        this.linkedIn = linkedIn;
        this.words = words;
    }

    /**
     * What there is to copy.
     *
     * @param address of the public page
     * @param embed HTML of a frame that shows the badge
     * @param signature HTML for the end of a letter
     * @param linkedIn address that proposes the badge for a profile there
     */
    record Ways(String address, String embed, String signature, String linkedIn) {}

    /** The address of a public badge's page. */
    String address(BadgeCode code) {
        return site.of("/b/" + code.shown());
    }

    /** Where a code is typed in, as people read an address aloud: without its scheme. */
    String verifyAt() {
        return site.of("/v").replaceFirst("^https?://", "");
    }

    Ways of(Award award, String network, Locale locale) {
        var name = BadgeWords.text(award.content(), locale).name();
        var address = address(award.code());
        return new Ways(
                address,
                embed(award.code(), name, WIDTH, HEIGHT, locale),
                signature(address, name),
                linkedIn(award, network, locale));
    }

    /** HTML of a frame that shows a badge. */
    String embed(BadgeCode code, String name, int width, int height, Locale locale) {
        return frame(address(code) + "/integrer", width, height, words.say("badges.embed.title", locale, name));
    }

    /** HTML of a frame. */
    static String frame(String address, int width, int height, String title) {
        return "<iframe src=\"%s\" width=\"%d\" height=\"%d\" title=\"%s\" loading=\"lazy\"></iframe>"
                .formatted(address, width, height, HtmlUtils.htmlEscape(title));
    }

    private static String signature(String address, String name) {
        return "<a href=\"%s\"><img src=\"%s.png\" width=\"80\" height=\"80\" alt=\"%s\"></a>"
                .formatted(address, address, HtmlUtils.htmlEscape(name));
    }

    /** What the receiving site documents: name, who awarded it, when, until when, address and code. */
    private String linkedIn(Award award, String network, Locale locale) {
        var link = new StringBuilder("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME");
        add(link, "name", BadgeWords.text(award.content(), locale).name());
        // With the number it shows the page's logo; a name alone is only text there.
        var number = linkedIn.of(award.network());
        add(link, number.isPresent() ? "organizationId" : "organizationName", number.orElse(network));
        add(link, "issueYear", Integer.toString(award.day().getYear()));
        add(link, "issueMonth", Integer.toString(award.day().getMonthValue()));
        var expires = award.expires();
        if (expires != null) {
            add(link, "expirationYear", Integer.toString(expires.getYear()));
            add(link, "expirationMonth", Integer.toString(expires.getMonthValue()));
        }
        add(link, "certUrl", address(award.code()));
        add(link, "certId", award.code().shown());
        return link.toString();
    }

    private static void add(StringBuilder link, String name, String value) {
        link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
