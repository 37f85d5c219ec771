package org.maillage.badge.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.maillage.badge.jsonld.Malformed.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what is signed and what is read the same. JSON-LD drops some things in silence and leaves them unsigned, and lets
 * one statement be written in many ways, of which a reader of JSON knows one: so a property has the name that the bundled
 * contexts give it, and no document brings words of its own (Verifiable Credential Data Integrity 1.0, section 4.6,
 * context validation).
 */
final class SafeMode {

    /** Keywords of JSON-LD 1.1 (section 9.16) that a signed document may hold: those of a text in a language. */
    private static final Set<String> KEYWORDS = Set.of("@value", "@language");

    /** A language tag as far as RDF asks for (RFC 5646, well-formed); others would be dropped with their text. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");

    private SafeMode() {}

    /** Looks at a document as it came. */
    static void check(JsonNode node) throws Malformed {
        if (node.isObject()) {
            for (var property : node.properties()) {
                var name = property.getKey();
                if (name.equals("@context")) {
                    checkContext(property.getValue());
                } else if (!isTerm(name) && !KEYWORDS.contains(name)) {
                    throw new Malformed(Problem.UNDEFINED_TERM, name);
                } else {
                    check(property.getValue());
                }
            }
        } else if (node.isArray()) {
            for (var item : node) {
                check(item);
            }
        }
    }

    /** Whether a name is a word of a context, rather than a keyword or the address that a word stands for. */
    private static boolean isTerm(String name) {
        return !name.startsWith("@") && !name.contains(":");
    }

    /** At any depth: an address of the bundle, or several. */
    private static void checkContext(JsonNode context) throws Malformed {
        if (context.isArray()) {
            for (var item : context) {
                checkContext(item);
            }
        } else if (context.isString()) {
            if (!Contexts.known().contains(context.stringValue())) {
                throw new Malformed(Problem.UNKNOWN_CONTEXT, context.stringValue());
            }
        } else {
            throw new Malformed(Problem.UNSAFE_CONTEXT, "@context");
        }
    }

    /** Looks at a document after expansion, where each key, id and type must name something. */
    static void checkExpanded(JsonValue value) throws Malformed {
        if (value instanceof JsonArray array) {
            for (var item : array) {
                checkExpanded(item);
            }
        } else if (value instanceof JsonObject object) {
            if (object.get("@type") instanceof JsonString type
                    && type.getString().equals("@json")) {
                return;
            }
            for (var property : object.entrySet()) {
                checkExpandedProperty(property);
            }
        }
    }

    private static void checkExpandedProperty(Map.Entry<String, JsonValue> property) throws Malformed {
        switch (property.getKey()) {
            case "@id", "@type" -> checkNames(property.getValue());
            case "@value" -> {}
            case "@language" -> checkLanguage(property.getValue());
            case "@index", "@direction" -> throw new Malformed(Problem.UNDEFINED_TERM, property.getKey());
            default -> {
                if (!property.getKey().startsWith("@")) {
                    absolute(property.getKey());
                }
                checkExpanded(property.getValue());
            }
        }
    }

    private static void checkLanguage(JsonValue language) throws Malformed {
        if (!(language instanceof JsonString tag
                && LANGUAGE.matcher(tag.getString()).matches())) {
            throw new Malformed(Problem.NOT_JSON_LD, "@language");
        }
    }

    private static void checkNames(JsonValue names) throws Malformed {
        if (names instanceof JsonArray array) {
            for (var name : array) {
                checkNames(name);
            }
        } else if (names instanceof JsonString name) {
            absolute(name.getString());
        } else {
            throw new Malformed(Problem.RELATIVE_IRI, names.toString());
        }
    }

    private static void absolute(String iri) throws Malformed {
        if (iri.startsWith("_:") && iri.length() > 2) {
            return;
        }
        try {
            if (new URI(iri).isAbsolute()) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new Malformed(Problem.RELATIVE_IRI, iri);
        }
        throw new Malformed(Problem.RELATIVE_IRI, iri);
    }
}
