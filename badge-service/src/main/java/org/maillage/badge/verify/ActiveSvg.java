package org.maillage.badge.verify;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells whether a drawing would run something where it is shown. */
final class ActiveSvg {

    private static final XMLInputFactory XML = xml();

    private ActiveSvg() {}

    /** Whether it holds a script, a handler of events, a link that is a script, or another document; false for what is no XML. */
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
        var name = reader.getLocalName().toLowerCase(Locale.ROOT);
        return name.equals("script")
                || name.equals("foreignobject")
                || IntStream.range(0, reader.getAttributeCount())
                        .anyMatch(i -> runs(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
    }

    private static boolean runs(String attribute, String value) {
        return attribute.toLowerCase(Locale.ROOT).startsWith("on")
                || value.strip().toLowerCase(Locale.ROOT).startsWith("javascript:");
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
