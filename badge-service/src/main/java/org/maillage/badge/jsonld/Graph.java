package org.maillage.badge.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Triples that are put straight into canonical form (RDF Dataset Canonicalization 1.0), for graphs whose blank nodes
 * differ already by what is said of each: then the hash of first degree orders them, and no further step is needed.
 */
public final class Graph {

    /** What is said: each term in N-Quads, blank nodes as their numbers. */
    private record Triple(Object subject, String predicate, Object object) {}

    private final List<Triple> triples = new ArrayList<>(64);

    /** What is said of each blank node, by its number. */
    private final List<List<Triple>> about = new ArrayList<>();

    private final MessageDigest sha256 = sha256();

    /** A new blank node. */
    public Object blank() {
        about.add(new ArrayList<>(8));
        return about.size() - 1;
    }

    /** The node that an absolute IRI names. */
    public Object iri(String iri) {
        return NQuad.iri(iri);
    }

    /** A relation, to be made once and used for all graphs. */
    public static String predicate(String iri) {
        return NQuad.iri(iri);
    }

    /** Says that a node stands in a {@linkplain #predicate relation} to another. */
    public void link(Object subject, String predicate, Object object) {
        var triple = new Triple(subject, predicate, object);
        triples.add(triple);
        if (subject instanceof Integer blank) {
            about.get(blank).add(triple);
        }
        if (object instanceof Integer blank && !object.equals(subject)) {
            about.get(blank).add(triple);
        }
    }

    /** Says a plain text of a node. */
    public void text(Object subject, String predicate, String text) {
        link(subject, predicate, NQuad.literal(text));
    }

    /** Says a value of a type of a node. */
    public void value(Object subject, String predicate, String text, String type) {
        link(subject, predicate, NQuad.literal(text, type));
    }

    /** Canonical N-Quads as UTF-8; empty where two blank nodes cannot be told apart so simply. */
    public Optional<byte[]> canonical() {
        var labels = labels();
        if (labels.isEmpty() && !about.isEmpty()) {
            return Optional.empty();
        }
        var lines = new String[triples.size()];
        for (var i = 0; i < lines.length; i++) {
            var triple = triples.get(i);
            lines[i] = line(named(triple.subject, labels), triple.predicate, named(triple.object, labels));
        }
        return Optional.of(joined(lines).getBytes(UTF_8));
    }

    /** The label of each blank node, in the order of their hashes (section 4.4.3, steps 3 and 4). */
    private List<String> labels() {
        var hashes = new ArrayList<String>(about.size());
        for (var blank = 0; blank < about.size(); blank++) {
            hashes.add(firstDegree(blank));
        }
        var order = hashes.stream().sorted().toList();
        if (order.stream().distinct().count() < about.size()) {
            return List.of();
        }
        return hashes.stream().map(hash -> "_:c14n" + order.indexOf(hash)).toList();
    }

    /** Hash First Degree Quads (section 4.6): the node itself is a, every other blank node z. */
    private String firstDegree(Integer blank) {
        var said = about.get(blank);
        var lines = new String[said.size()];
        for (var i = 0; i < lines.length; i++) {
            var triple = said.get(i);
            lines[i] = line(anonymous(triple.subject, blank), triple.predicate, anonymous(triple.object, blank));
        }
        return HexFormat.of().formatHex(sha256.digest(joined(lines).getBytes(UTF_8)));
    }

    private static String anonymous(Object term, Integer blank) {
        return term instanceof Integer other ? other.equals(blank) ? "_:a" : "_:z" : term.toString();
    }

    private static String named(Object term, List<String> labels) {
        return term instanceof Integer blank ? labels.get(blank) : term.toString();
    }

    private static String line(String subject, String predicate, String object) {
        return subject + ' ' + predicate + ' ' + object + " .\n";
    }

    private static String joined(String[] lines) {
        Arrays.sort(lines);
        var text = new StringBuilder(lines.length * 140);
        for (var i = 0; i < lines.length; i++) {
            if (i == 0 || !lines[i].equals(lines[i - 1])) {
                text.append(lines[i]);
            }
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
