package org.maillage.badge.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.deseralization.JsonLdToRdf;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.flattening.NodeMap;
import com.apicatalog.jsonld.flattening.NodeMapBuilder;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTicker;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.maillage.badge.jsonld.Malformed.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON-LD of strangers put into canonical N-Quads, within bounds: contexts from the bundle alone, steps counted, and
 * nothing dropped in silence that a signature should cover (what other processors call safe mode).
 */
public final class JsonLdBox {

    /** Values of a document, at all depths; a badge has about a hundred, and its expansion takes their square. */
    static final int MOST_VALUES = 4_000;

    /** Statements of a document; a badge has about sixty. */
    static final int MOST_QUADS = 10_000;

    /** Steps of the canonical form: a badge takes some hundreds, and ten blank nodes that all know each other millions. */
    static final int MOST_STEPS = 200_000;

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]+)]");

    private final JsonLdOptions options;
    private final Supplier<Steps> steps;

    /** A box that counts the steps of each document by itself. */
    public JsonLdBox() {
        this(options(), Steps::new);
    }

    private JsonLdBox(JsonLdOptions options, Supplier<Steps> steps) {
        this.options = options;
        this.steps = steps;
    }

    private static JsonLdOptions options() {
        var options = new JsonLdOptions(new Contexts());
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        options.setBase(null);
        options.setOrdered(false);
        return options;
    }

    /** The same box for the documents of one question: all of them together take as many steps as one may. */
    public JsonLdBox together() {
        var shared = new Steps();
        return new JsonLdBox(options, () -> shared);
    }

    /**
     * The document as canonical N-Quads (RDF Dataset Canonicalization 1.0, SHA-256), UTF-8.
     *
     * @param document is not changed
     * @throws Malformed for whatever is wrong with it, and where the libraries fail on it
     */
    public byte[] canonical(ObjectNode document) throws Malformed {
        if (values(document) > MOST_VALUES) {
            throw new Malformed(Problem.TOO_COMPLEX, "");
        }
        SafeMode.check(document);
        try {
            var expanded = ExpansionProcessor.expand(
                    JsonDocument.of(JakartaJson.of(document)), new JsonLdOptions(options), false);
            SafeMode.checkExpanded(expanded);
            var canon = RdfCanon.create("SHA-256", steps.get());
            JsonLdToRdf.with(NodeMapBuilder.with(expanded, new NodeMap()).build())
                    .uriValidation(UriValidationPolicy.None)
                    .provide(new Counted(canon));
            return written(canon);
        } catch (JsonLdError e) {
            throw malformed(e);
        } catch (RdfConsumerException e) {
            throw new Malformed(Problem.NOT_JSON_LD, "");
        } catch (TooMuch e) {
            throw new Malformed(Problem.TOO_COMPLEX, "");
        } catch (RuntimeException | StackOverflowError e) {
            // The libraries answer some wrong documents so; which, and where, is theirs to know.
            throw new Malformed(Problem.NOT_JSON_LD, e.getClass().getSimpleName());
        }
    }

    private static int values(JsonNode node) {
        return 1 + node.valueStream().mapToInt(JsonLdBox::values).sum();
    }

    private static byte[] written(RdfCanon canon) throws RdfConsumerException {
        var text = new StringBuilder();
        canon.provide(new Written(text));
        return text.toString().getBytes(UTF_8);
    }

    private static Malformed malformed(JsonLdError e) {
        var why = named(e);
        if (e.getCode() == JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED
                || e.getCode() == JsonLdErrorCode.LOADING_DOCUMENT_FAILED) {
            return new Malformed(Problem.UNKNOWN_CONTEXT, why);
        }
        if (e.getCode() == JsonLdErrorCode.UNDEFINED_TERM) {
            return new Malformed(Problem.UNDEFINED_TERM, why);
        }
        return e.getCause() instanceof TooMuch
                ? new Malformed(Problem.TOO_COMPLEX, "")
                : new Malformed(Problem.NOT_JSON_LD, e.getCode().name());
    }

    /** The name of the document's that the library puts between brackets into its own words; empty where there is none. */
    private static String named(JsonLdError e) {
        var name = BRACKETS.matcher(e.getMessage() == null ? "" : e.getMessage());
        return name.find() ? name.group(1) : "";
    }

    /** Thrown by the counters to leave the libraries; an IllegalStateException is what a ticker may throw. */
    private static final class TooMuch extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("more steps than a badge needs");
        }
    }

    private static final class Steps implements RdfCanonTicker {

        private int steps;

        @Override
        public void tick() {
            if (++steps > MOST_STEPS) {
                throw new TooMuch();
            }
        }
    }

    private static final class Counted implements RdfQuadConsumer {

        private final RdfCanon canon;
        private int quads;

        Counted(RdfCanon canon) {
            this.canon = canon;
        }

        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                String type,
                String language,
                String direction,
                String graph) {
            if (++quads > MOST_QUADS) {
                throw new TooMuch();
            }
            canon.quad(subject, predicate, object, type, language, direction, graph);
            return this;
        }
    }
}
