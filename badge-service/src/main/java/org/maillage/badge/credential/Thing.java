package org.maillage.badge.credential;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.Graph;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A node of a credential, said once and written twice: as JSON, and as the graph that its contexts make of that JSON.
 * So the signed hash needs no JSON-LD processor.
 */
final class Thing {

    private static final Graph.Term RDF_TYPE = Graph.iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private sealed interface Said {
        record Text(Term term, String text) implements Said {}

        record Flag(Term term, boolean flag) implements Said {}

        record Link(Term term, String iri) implements Said {}

        record One(Term term, Thing thing) implements Said {}

        record Many(Term term, List<Thing> things) implements Said {}

        record Foreign(Term term, List<ObjectNode> nodes) implements Said {}
    }

    private final @Nullable String id;
    private final List<Type> types;
    private final List<Said> said = new ArrayList<>();

    private Thing(@Nullable String id, List<Type> types) {
        this.id = id;
        this.types = types;
    }

    /** A thing that is named by an absolute IRI, or by none. */
    static Thing of(@Nullable URI id, Type... types) {
        return new Thing(id == null ? null : Texts.iri(id), List.of(types));
    }

    /** Says a text, made {@linkplain Texts#plain plain}; nothing where there is none. */
    Thing text(Term term, @Nullable String text) {
        if (text != null) {
            said.add(new Said.Text(term, Texts.plain(text)));
        }
        return this;
    }

    /** Says an address as a text of the term's type; nothing where there is none. */
    Thing address(Term term, @Nullable URI address) {
        return address == null ? this : text(term, Texts.iri(address));
    }

    Thing flag(Term term, boolean flag) {
        said.add(new Said.Flag(term, flag));
        return this;
    }

    /** Says which node this one stands in relation to, by its IRI alone. */
    Thing link(Term term, URI iri) {
        said.add(new Said.Link(term, Texts.iri(iri)));
        return this;
    }

    Thing one(Term term, @Nullable Thing thing) {
        if (thing != null) {
            said.add(new Said.One(term, thing));
        }
        return this;
    }

    /** Says a list of things, always as an array; nothing where it is empty, as Open Badges 3.0, section 9.1 asks. */
    Thing many(Term term, List<Thing> things) {
        if (!things.isEmpty()) {
            said.add(new Said.Many(term, things));
        }
        return this;
    }

    /** Says documents of somebody's as they came; then no graph can be written straight. */
    Thing foreign(Term term, List<ObjectNode> nodes) {
        if (!nodes.isEmpty()) {
            said.add(new Said.Foreign(term, nodes));
        }
        return this;
    }

    /** Adds the thing to an object, after what is there. */
    ObjectNode json(ObjectNode object) {
        if (id != null) {
            object.put("id", id);
        }
        if (types.size() == 1 && types.getFirst().single) {
            object.put("type", types.getFirst().key);
        } else if (!types.isEmpty()) {
            object.set(
                    "type",
                    StrictJson.texts(types.stream().map(type -> type.key).toList()));
        }
        said.forEach(statement -> put(statement, object));
        return object;
    }

    private static void put(Said statement, ObjectNode object) {
        var nodes = JsonNodeFactory.instance;
        switch (statement) {
            case Said.Text(var term, var text) -> object.put(term.key, text);
            case Said.Flag(var term, var flag) -> object.put(term.key, flag);
            case Said.Link(var term, var iri) -> object.put(term.key, iri);
            case Said.One(var term, var thing) -> object.set(term.key, thing.json(StrictJson.object()));
            case Said.Many(var term, var things) -> {
                var array = nodes.arrayNode();
                things.forEach(thing -> array.add(thing.json(StrictJson.object())));
                object.set(term.key, array);
            }
            case Said.Foreign(var term, var documents) ->
                object.set(term.key, nodes.arrayNode().addAll(documents));
        }
    }

    /** The graph in canonical form; empty where it takes a JSON-LD processor: foreign documents, or equal blank nodes. */
    Optional<byte[]> canonical() {
        var graph = new Graph();
        return write(graph).isPresent() ? graph.canonical() : Optional.empty();
    }

    /** The thing's node in the graph. */
    private Optional<Graph.Term> write(Graph graph) {
        var node = id == null ? graph.blank() : Graph.iri(id);
        types.forEach(type -> graph.link(node, RDF_TYPE, type.node));
        for (var statement : said) {
            if (!write(node, statement, graph)) {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    private static boolean write(Graph.Term node, Said statement, Graph graph) {
        return switch (statement) {
            case Said.Text(var term, var text) -> write(node, term, text, graph);
            case Said.Flag(var term, var flag) -> write(node, term, Boolean.toString(flag), graph);
            case Said.Link(var term, var iri) -> {
                graph.link(node, term.predicate, Graph.iri(iri));
                yield true;
            }
            case Said.One(var term, var thing) -> link(node, term, thing, graph);
            case Said.Many(var term, var things) -> things.stream().allMatch(thing -> link(node, term, thing, graph));
            case Said.Foreign _ -> false;
        };
    }

    private static boolean write(Graph.Term node, Term term, String text, Graph graph) {
        if (term.type == null) {
            graph.text(node, term.predicate, text);
        } else {
            graph.value(node, term.predicate, text, term.type);
        }
        return true;
    }

    private static boolean link(Graph.Term node, Term term, Thing thing, Graph graph) {
        var other = thing.write(graph);
        other.ifPresent(object -> graph.link(node, term.predicate, object));
        return other.isPresent();
    }
}
