package org.maillage.badge.jsonld;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Triples that are put straight into canonical form (RDF Dataset Canonicalization 1.0), for graphs whose blank nodes
 * differ already by what is said of each: then the hash of first degree orders them, and no further step is needed.
 */
public final class Graph {

    private static final byte[] THIS = "_:a".getBytes(ISO_8859_1);
    private static final byte[] ANOTHER = "_:z".getBytes(ISO_8859_1);
    private static final byte[] END = " .\n".getBytes(ISO_8859_1);

    /** Bytes of a line, roughly. */
    private static final int LINE = 160;

    /** A node, a relation or a value, as N-Quads write it in UTF-8. */
    public static final class Term {

        /** For a blank node, its label for now. */
        private byte[] text;

        /** What is said of a blank node; null for everything else. */
        private final @Nullable List<Triple> about;

        private Term(byte[] text, @Nullable List<Triple> about) {
            this.text = text;
            this.about = about;
        }

        private static Term of(String text) {
            return new Term(text.getBytes(UTF_8), null);
        }

        private int compareTo(Term other) {
            return this == other ? 0 : Arrays.compareUnsigned(text, other.text);
        }
    }

    private record Triple(Term subject, Term predicate, Term object) {

        /**
         * As their lines would stand, by code points: what may follow a term within a longer one sorts behind the space
         * that ends it.
         */
        static final Comparator<Triple> AS_LINES = Comparator.comparing(Triple::subject, Term::compareTo)
                .thenComparing(Triple::predicate, Term::compareTo)
                .thenComparing(Triple::object, Term::compareTo);
    }

    private final List<Triple> triples = new ArrayList<>(80);
    private final List<Term> blanks = new ArrayList<>();

    /** A new blank node. */
    public Term blank() {
        var blank = new Term(ANOTHER, new ArrayList<>(8));
        blanks.add(blank);
        return blank;
    }

    /** The node, or the relation, that an absolute IRI names; it may be used for more than one graph. */
    public static Term iri(String iri) {
        return Term.of(NQuad.iri(iri));
    }

    /** Says that a node stands in a relation to another. */
    public void link(Term subject, Term predicate, Term object) {
        var triple = new Triple(subject, predicate, object);
        triples.add(triple);
        if (subject.about != null) {
            subject.about.add(triple);
        }
        if (object.about != null && object != subject) {
            object.about.add(triple);
        }
    }

    /** Says a plain text of a node. */
    public void text(Term subject, Term predicate, String text) {
        link(subject, predicate, Term.of(NQuad.literal(text)));
    }

    /** Says a value of a type of a node. */
    public void value(Term subject, Term predicate, String text, String type) {
        link(subject, predicate, Term.of(NQuad.literal(text, type)));
    }

    /** Canonical N-Quads as UTF-8; empty where two blank nodes cannot be told apart so simply. */
    public Optional<byte[]> canonical() {
        if (!label()) {
            return Optional.empty();
        }
        return Optional.of(lines(triples));
    }

    /** Labels the blank nodes in the order of their hashes (section 4.4.3, steps 3 and 4); false where two are equal. */
    private boolean label() {
        if (blanks.size() == 1) {
            blanks.getFirst().text = label(0);
            return true;
        }
        blanks.forEach(blank -> blank.text = ANOTHER);
        var sha256 = sha256();
        var hashes = new byte[blanks.size()][];
        for (var i = 0; i < hashes.length; i++) {
            hashes[i] = firstDegree(blanks.get(i), sha256);
        }
        var order = hashes.clone();
        Arrays.sort(order, Arrays::compareUnsigned);
        for (var place = 1; place < order.length; place++) {
            if (Arrays.equals(order[place - 1], order[place])) {
                return false;
            }
        }
        for (var i = 0; i < hashes.length; i++) {
            var place = Arrays.binarySearch(order, hashes[i], Arrays::compareUnsigned);
            blanks.get(i).text = label(place);
        }
        return true;
    }

    private static byte[] label(int place) {
        return ("_:c14n" + place).getBytes(ISO_8859_1);
    }

    /** Hash First Degree Quads (section 4.6): the node itself is a, every other blank node z. */
    private byte[] firstDegree(Term blank, MessageDigest sha256) {
        blank.text = THIS;
        var hash = sha256.digest(lines(blank.about == null ? List.of() : blank.about));
        blank.text = ANOTHER;
        return hash;
    }

    /** The lines of triples in their order, each once. */
    private static byte[] lines(List<Triple> said) {
        var sorted = said.toArray(new Triple[0]);
        Arrays.sort(sorted, Triple.AS_LINES);
        var lines = new ByteArrayOutputStream(sorted.length * LINE);
        for (var i = 0; i < sorted.length; i++) {
            var triple = sorted[i];
            if (i == 0 || Triple.AS_LINES.compare(triple, sorted[i - 1]) != 0) {
                lines.writeBytes(triple.subject.text);
                lines.write(' ');
                lines.writeBytes(triple.predicate.text);
                lines.write(' ');
                lines.writeBytes(triple.object.text);
                lines.writeBytes(END);
            }
        }
        return lines.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
