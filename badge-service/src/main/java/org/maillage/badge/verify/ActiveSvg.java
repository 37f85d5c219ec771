package org.maillage.badge.verify;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells whether a drawing would run something where it is shown. */
final class ActiveSvg {

    private static final XMLInputFactory XML = xml();

    /** Elements that run something or hold another document; a badge's drawing needs none. */
    private static final Set<String> RUNNING =
            Set.of("script", "foreignobject", "iframe", "embed", "object", "handler", "listener");

    private ActiveSvg() {}

    /**
     * Whether it holds a script, a handler of events, a link that is a script or a document of its own, or another
     * document; false for what is no XML.
     */
    static boolean isActive(byte[] svg) {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(svg));
            try {
                while (reader.hasNext()) {
                    if (reader.next() == XMLStreamReader.START_ELEMENT && runs(reader)) {
                        return true;
                    }
                }
                return false;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // What is wrong with it is said by whoever reads the badge.
            return false;
        }
    }

    private static boolean runs(XMLStreamReader reader) {
        return RUNNING.contains(reader.getLocalName().toLowerCase(Locale.ROOT))
                || IntStream.range(0, reader.getAttributeCount())
                        .anyMatch(i -> runs(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
    }

    private static boolean runs(String attribute, String value) {
        // Browsers pass over white space and control characters in an address (URL Standard, section 4.4).
        var address = value.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
        return attribute.toLowerCase(Locale.ROOT).startsWith("on")
                || address.startsWith("javascript:")
                || (address.startsWith("data:") && !address.startsWith("data:image/"));
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
