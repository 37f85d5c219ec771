package org.maillage.badge.image;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An Open Badge inside an SVG: the first element within the root (Open Badges 3.0, section 5.3.2; of 2.0, read only). */
public final class BakedSvg {

    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
    private static final String NAMESPACE_2 = "http://openbadges.org";
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*");
    private static final Pattern JWS = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final int DEEPEST = 64;
    private static final XMLInputFactory XML = xml();

    private BakedSvg() {}

    /** Whether a file may be an SVG: text whose first tag is one of XML. */
    public static boolean maybeSvg(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, 1_000), StandardCharsets.UTF_8).stripLeading();
        return start.startsWith("<?xml")
                || ((start.startsWith("<") || start.startsWith("\ufeff<")) && start.contains("<svg"));
    }

    /**
     * One of our drawings with a credential in it.
     *
     * @param svg a drawing without one
     * @param credential JSON, or a compact JWS
     */
    public static String bake(String svg, String credential) {
        var root = ROOT.matcher(svg);
        if (!root.find()) {
            throw new IllegalArgumentException("no drawing");
        }
        var baked = JWS.matcher(credential).matches()
                ? "<openbadges:credential verify=\"" + credential + "\"/>"
                : "<openbadges:credential><![CDATA[" + credential.replace("]]>", "]]]]><![CDATA[>")
                        + "]]></openbadges:credential>";
        return svg.substring(0, root.end()) + " xmlns:openbadges=\"" + NAMESPACE + "\">" + baked
                + svg.substring(root.end() + 1);
    }

    /**
     * The credential in a drawing; empty where there is none. Nothing that the drawing refers to is opened, nothing in it
     * is run.
     *
     * @throws MalformedImage where it is no SVG, names a document type, or goes deeper than 64 elements
     */
    public static Optional<String> unbake(byte[] svg) {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(svg));
            try {
                return find(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw e instanceof MalformedImage malformed
                    ? malformed
                    : new MalformedImage(MalformedImage.Problem.BROKEN, "no SVG", e);
        }
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Optional<String> find(XMLStreamReader reader) throws XMLStreamException {
        Optional<String> found = Optional.empty();
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new MalformedImage(MalformedImage.Problem.DOCUMENT_TYPE, "a drawing with a document type");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                requireDrawing(reader, depth);
                if (isBadge(reader)) {
                    if (found.isPresent()) {
                        throw new MalformedImage(
                                MalformedImage.Problem.SEVERAL_BADGES, "several badges in one drawing");
                    }
                    found = Optional.of(credential(reader));
                    depth--;
                }
            }
        }
        return found;
    }

    private static void requireDrawing(XMLStreamReader reader, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedImage(MalformedImage.Problem.BROKEN, "too deep");
        }
        if (depth == 1 && !(reader.getLocalName().equals("svg") && SVG.equals(reader.getNamespaceURI()))) {
            throw new MalformedImage(MalformedImage.Problem.BROKEN, "no SVG");
        }
    }

    private static boolean isBadge(XMLStreamReader reader) {
        var namespace = reader.getNamespaceURI();
        return (reader.getLocalName().equals("credential") && NAMESPACE.equals(namespace))
                || (reader.getLocalName().equals("assertion") && NAMESPACE_2.equals(namespace));
    }

    /** The text within, or else the attribute; stands at the element's end afterwards. */
    private static String credential(XMLStreamReader reader) throws XMLStreamException {
        var attribute = reader.getAttributeValue(null, "verify");
        var text = reader.getElementText().strip();
        return text.isEmpty() && attribute != null ? attribute : text;
    }
}
