package org.maillage.web.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;

/** OpenStreetMap changesets in XML, one contribution each. A document type is refused, so no entity is ever opened. */
final class OsmChangesets implements Source {

    private final Mapping mapping;
    private final UnaryOperator<String> match;
    private final ZoneId zone;
    private final KindCode kind;
    private final InputStream in;
    private final XMLStreamReader xml;
    private long number;
    private boolean ended;

    OsmChangesets(InputStream file, Mapping mapping, UnaryOperator<String> match, ZoneId zone) throws IOException {
        this.mapping = mapping;
        this.match = match;
        this.zone = zone;
        this.kind = ConstantKind.of(mapping);
        this.in = new TagCapped(file);
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            xml = factory.createXMLStreamReader(in);
            if (!toElement() || !"osm".equals(xml.getLocalName())) {
                throw new FileRefused(FileRefused.Cause.OTHER_FORMAT, "osm");
            }
        } catch (XMLStreamException malformed) {
            throw new FileRefused(FileRefused.Cause.OTHER_FORMAT, "XML");
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            while (!ended && toElement()) {
                if ("changeset".equals(xml.getLocalName())) {
                    number++;
                    return read();
                }
            }
            ended = true;
            return null;
        } catch (XMLStreamException malformed) {
            ended = true;
            return new Line.Rejected(++number, "", Problem.BROKEN_OFF, "");
        }
    }

    /** Goes to the next start of an element; whether there is one. */
    private boolean toElement() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new FileRefused(FileRefused.Cause.OTHER_FORMAT, "DOCTYPE");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private Line read() {
        var id = Objects.requireNonNullElse(xml.getAttributeValue(null, "id"), "");
        var key = "";
        try {
            if (!id.matches("[0-9]{1,19}")) {
                throw new LineRefused(Problem.KEY_MISSING, "id");
            }
            key = match.apply("row/" + id);
            if ("0".equals(xml.getAttributeValue(null, "num_changes"))) {
                throw new LineRefused(Problem.EMPTY_CONTRIBUTION, "num_changes");
            }
            var day = Moments.day(xml.getAttributeValue(null, "created_at"), zone, "created_at");
            var evidence =
                    mapping.evidence() == null ? null : mapping.evidence().replace("{id}", id);
            return new Line.Row(number, key, person(), day, kind, Quantity.units(1), evidence, null);
        } catch (LineRefused refused) {
            return refused.at(number, key);
        }
    }

    private SourcePerson person() {
        var uid = xml.getAttributeValue(null, "uid");
        var name = xml.getAttributeValue(null, "user");
        if (uid == null || !uid.matches("[0-9]{1,19}") || name == null) {
            throw new LineRefused(Problem.PERSON_MISSING, "uid");
        }
        return new SourcePerson("osm/" + match.apply("osm/" + uid), Texts.name(name, "?"));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
