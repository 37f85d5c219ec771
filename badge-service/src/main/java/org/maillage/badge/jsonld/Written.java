package org.maillage.badge.jsonld;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import org.jspecify.annotations.Nullable;

/** Writes quads as lines of canonical N-Quads, in the order in which they come. */
final class Written implements RdfQuadConsumer {

    private final StringBuilder text;

    Written(StringBuilder text) {
        this.text = text;
    }

    @Override
    public RdfQuadConsumer quad(
            String subject,
            String predicate,
            String object,
            @Nullable String type,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String graph) {
        text.append(node(subject)).append(' ').append(NQuad.iri(predicate)).append(' ');
        text.append(object(object, type, language));
        if (graph != null) {
            text.append(' ').append(node(graph));
        }
        text.append(" .\n");
        return this;
    }

    private static String object(String object, @Nullable String type, @Nullable String language) {
        if (language != null) {
            return NQuad.literal(object) + '@' + language;
        }
        return type == null ? node(object) : NQuad.literal(object, type);
    }

    private static String node(String node) {
        return node.startsWith("_:") ? node : NQuad.iri(node);
    }
}
