package org.maillage.web.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Contributions of users as MediaWiki's API answers ({@code list=usercontribs}): one answer, an array of them, or one
 * after the other.
 */
final class MediaWikiContributions implements Source {

    private static final String LIST = "usercontribs";
    private static final int LONGEST_TEXT = 1024 * 1024;

    private final Mapping mapping;
    private final UnaryOperator<String> match;
    private final ZoneId zone;
    private final KindCode kind;
    private final InputStream in;
    private final JsonParser json;
    private boolean inList;
    private long number;
    private boolean ended;

    MediaWikiContributions(InputStream in, Mapping mapping, UnaryOperator<String> match, ZoneId zone) {
        this.mapping = mapping;
        this.match = match;
        this.zone = zone;
        this.kind = ConstantKind.of(mapping);
        this.in = in;
        var constraints = StreamReadConstraints.builder()
                .maxStringLength(LONGEST_TEXT)
                .maxNestingDepth(64)
                .build();
        json = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .build()
                .createParser(ObjectReadContext.empty(), in);
        try {
            inList = toList();
        } catch (JacksonException malformed) {
            throw new FileRefused(FileRefused.Cause.OTHER_FORMAT, "JSON");
        }
        if (!inList) {
            throw new FileRefused(FileRefused.Cause.OTHER_FORMAT, LIST);
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        try {
            while (!ended && (inList || toList())) {
                inList = json.nextToken() == JsonToken.START_OBJECT;
                if (inList) {
                    number++;
                    return read();
                }
            }
            ended = true;
            return null;
        } catch (JacksonException malformed) {
            ended = true;
            return new Line.Rejected(++number, "", Problem.BROKEN_OFF, "");
        }
    }

    /** Goes to the start of the next list of contributions; whether there is one. */
    private boolean toList() {
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY && LIST.equals(json.currentName())) {
                return true;
            }
        }
        return false;
    }

    private Line read() {
        var fields = new Fields();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            if (json.nextToken().isScalarValue()) {
                fields.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        }
        var key = "";
        try {
            if (!fields.revision.matches("[0-9]{1,19}")) {
                throw new LineRefused(Problem.KEY_MISSING, "revid");
            }
            key = match.apply("row/" + fields.revision);
            var day = Moments.day(fields.timestamp, zone, "timestamp");
            var evidence =
                    mapping.evidence() == null ? null : mapping.evidence().replace("{id}", fields.revision);
            return new Line.Row(number, key, person(fields), day, kind, Quantity.units(1), evidence, null);
        } catch (LineRefused refused) {
            return refused.at(number, key);
        }
    }

    /** Who has no account on the wiki stands there as an address of the internet: that is nobody. */
    private SourcePerson person(Fields fields) {
        if (!fields.userId.matches("[1-9][0-9]{0,18}") || fields.user.isBlank()) {
            throw new LineRefused(Problem.PERSON_MISSING, "userid");
        }
        var identity = "wiki/" + match.apply("wiki/" + Objects.requireNonNull(mapping.site()) + "/" + fields.userId);
        return new SourcePerson(identity, Texts.name(fields.user, "?"));
    }

    private static final class Fields {
        private String user = "";
        private String userId = "";
        private String revision = "";
        private String timestamp = "";

        void put(String name, String value) {
            switch (name) {
                case "user" -> user = value;
                case "userid" -> userId = value;
                case "revid" -> revision = value;
                case "timestamp" -> timestamp = value;
                default -> {
                    // what else the wiki tells is not needed
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        in.close();
    }
}
