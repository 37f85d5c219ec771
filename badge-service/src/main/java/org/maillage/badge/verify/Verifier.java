package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.VcJwt;
import org.maillage.badge.verify.Presented.Format;
import org.maillage.badge.verify.Unbaking.Unbaked;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says of any bytes whether they are a badge that holds: JSON or token of Open Badges 3.0, hosted or signed Open Badges
 * 2.0, or a picture that holds one. Bytes from anybody: time and memory are bounded, and nothing is fetched.
 */
public final class Verifier {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final JsonLdBox box;
    private final Sources sources;
    private final Unbaking unbaking;
    private final HostedChecks hosted;

    public Verifier(JsonLdBox box, Sources sources, Unbaking unbaking) {
        this.box = box;
        this.sources = sources;
        this.unbaking = unbaking;
        this.hosted = new HostedChecks(sources);
    }

    /** The verdict on these bytes. */
    public Verdict verify(byte[] bytes, Question question) {
        return switch (unbaking.unbake(bytes)) {
            case Unbaked.NotAnImage _ -> document(bytes, question);
            case Unbaked.Holding(var credential)
            when isAddress(credential) ->
                Verdict.unreadable(Reason.IMAGE_WITH_ADDRESS, new String(credential, ISO_8859_1).strip());
            case Unbaked.Holding(var credential) -> document(credential, question);
            case Unbaked.Empty _ -> Verdict.unreadable(Reason.IMAGE_WITHOUT_BADGE, "");
            case Unbaked.Refused(var reason, var why) -> Verdict.unreadable(reason, why);
        };
    }

    private static boolean isAddress(byte[] held) {
        var text = new String(held, ISO_8859_1).strip();
        return text.startsWith("https://") || text.startsWith("http://");
    }

    private Verdict document(byte[] bytes, Question question) {
        if (bytes.length > StrictJson.MOST_BYTES) {
            return Verdict.unreadable(Reason.TOO_LARGE, "");
        }
        var content = withoutMark(bytes);
        var text = new String(content, ISO_8859_1).strip();
        var token = VcJwt.looksLike(text) || VcJwt.isMeant(text);
        try {
            return token ? token(VcJwt.read(text), question) : json(StrictJson.readObject(content), question);
        } catch (Malformed e) {
            return Verdict.unreadable(token ? ofToken(text, e) : Reason.of(e.problem()), e.named());
        }
    }

    /** Words with dots between them are no token that somebody changed. */
    private static Reason ofToken(String text, Malformed e) {
        var reason = Reason.ofToken(e.problem());
        return reason == Reason.TOKEN_UNREADABLE && !VcJwt.isMeant(text) ? Reason.NOT_JSON : reason;
    }

    /** The badge, its endorsements and its lists share one measure of work. */
    private CredentialChecks credentials() {
        return new CredentialChecks(box.together(), sources);
    }

    private Verdict json(ObjectNode document, Question question) {
        return switch (DocumentKind.of(document)) {
            case OPEN_BADGE -> credentials().embedded(new Presented(Format.OPEN_BADGES_3, document), question);
            case ENDORSEMENT -> credentials().embedded(new Presented(Format.ENDORSEMENT, document), question);
            case OPEN_BADGE_2 -> hosted.hosted(new Presented(Format.OPEN_BADGES_2_HOSTED, document), question);
            case OPEN_BADGE_1 -> Verdict.unreadable(Reason.OPEN_BADGES_1, "");
            case PRESENTATION -> Verdict.unreadable(Reason.PRESENTATION, "");
            case OTHER -> Verdict.unreadable(Reason.NOT_A_BADGE, DocumentKind.named(document));
        };
    }

    private Verdict token(VcJwt.Token token, Question question) {
        var document = CredentialChecks.credentialIn(token.payload());
        return switch (DocumentKind.of(document)) {
            case OPEN_BADGE -> credentials().token(new Presented(Format.OPEN_BADGES_3_JWT, document), token, question);
            case ENDORSEMENT -> credentials().token(new Presented(Format.ENDORSEMENT_JWT, document), token, question);
            case OPEN_BADGE_2 -> hosted.signed(new Presented(Format.OPEN_BADGES_2_SIGNED, document), token, question);
            case OPEN_BADGE_1 -> Verdict.unreadable(Reason.OPEN_BADGES_1, "");
            case PRESENTATION -> Verdict.unreadable(Reason.PRESENTATION, "");
            case OTHER -> Verdict.unreadable(Reason.NOT_A_BADGE, DocumentKind.named(document));
        };
    }

    /** RFC 8259, section 8.1: a reader may pass over a mark that somebody's editor has put there. */
    private static byte[] withoutMark(byte[] bytes) {
        var marked = bytes.length >= 3 && Arrays.equals(Arrays.copyOf(bytes, 3), BYTE_ORDER_MARK);
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
