package org.maillage.web.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Quantity;
import org.maillage.web.imports.read.Mailmap.Contact;
import org.maillage.web.imports.read.SharedWorks.Taken;

/**
 * A git history as {@link GitCommand} writes it: for each commit its hash, author's name, address and date, committer's
 * name, address and date, and message, each ended by NUL. A first field that starts with {@code # mailmap} is the
 * repository's mailmap.
 */
final class GitExport implements Source {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String MAILMAP = "# mailmap";
    private static final int FIELDS_AFTER_HASH = 7;

    private final Mapping mapping;
    private final UnaryOperator<String> match;
    private final GitFields fields;
    private final SharedWorks works;
    private final Deque<Line> ready = new ArrayDeque<>();
    private Mailmap mailmap = Mailmap.parse("");
    private @Nullable String hash;
    private long number;
    private boolean ended;

    GitExport(InputStream in, Mapping mapping, UnaryOperator<String> match) throws IOException {
        this.mapping = mapping;
        this.match = match;
        fields = new GitFields(in);
        works = new SharedWorks(mapping.kinds());
        hash = fields.next();
        if (hash != null && hash.startsWith(MAILMAP)) {
            mailmap = Mailmap.parse(hash);
            hash = fields.next();
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw new FileRefused(FileRefused.Cause.OTHER_FORMAT, "git log");
        }
    }

    /** A commit's parts before anything is made of them. */
    private record Commit(
            String hash, Contact author, LocalDate authored, Contact committer, LocalDate committed, String message) {}

    @Override
    public @Nullable Line next() throws IOException {
        while (ready.isEmpty() && !ended) {
            try {
                readCommit();
            } catch (BrokenOff broken) {
                breakOff();
            }
        }
        return ready.poll();
    }

    private void breakOff() {
        ended = true;
        ready.add(new Line.Rejected(++number, "", Problem.BROKEN_OFF, ""));
    }

    private void readCommit() throws IOException {
        if (hash == null) {
            ended = true;
            return;
        }
        var parts = new ArrayList<String>(FIELDS_AFTER_HASH);
        for (int i = 0; i < FIELDS_AFTER_HASH; i++) {
            var field = fields.next();
            if (field == null) {
                breakOff();
                return;
            }
            parts.add(field);
        }
        number++;
        try {
            take(commit(hash, parts));
        } catch (LineRefused refused) {
            ready.add(refused.at(number, hash));
        }
        // git ends each commit with NUL and some versions begin the next with a line feed.
        var next = fields.next();
        hash = next == null ? null : next.strip();
        while (hash != null && !HASH.matcher(hash).matches()) {
            if (ready.peekLast() instanceof Line.Rejected before && before.problem() == Problem.COLUMNS) {
                hash = fields.next();
                continue;
            }
            ready.add(new Line.Rejected(++number, "", Problem.COLUMNS, ""));
        }
    }

    private Commit commit(String hash, List<String> parts) {
        if (parts.get(6).length() >= GitFields.LONGEST) {
            throw new LineRefused(Problem.LINE_TOO_LONG, "");
        }
        return new Commit(
                hash,
                mailmap.proper(new Contact(parts.get(0), parts.get(1))),
                day(parts.get(2)),
                mailmap.proper(new Contact(parts.get(3), parts.get(4))),
                day(parts.get(5)),
                parts.get(6));
    }

    private static LocalDate day(String moment) {
        try {
            return OffsetDateTime.parse(moment).toLocalDate();
        } catch (DateTimeException unreadable) {
            throw new LineRefused(Problem.DAY_UNREADABLE, "");
        }
    }

    private void take(Commit commit) {
        var taken = new ArrayList<Taken>();
        var author = person(commit.author());
        taken.add(taken(commit, Part.AUTHOR, author, author.identity(), commit.authored()));
        var committer = person(commit.committer());
        if (!committer.identity().equals(author.identity()) && !ignored(commit.committer())) {
            taken.add(taken(commit, Part.INTEGRATOR, committer, author.identity(), commit.committed()));
        }
        for (var trailer : Trailers.of(commit.message())) {
            if (trailer.who() == null) {
                ready.add(new Line.Rejected(number, commit.hash(), Problem.PERSON_MISSING, ""));
            } else if (!ignored(trailer.who())) {
                takeTrailer(commit, trailer.part(), person(mailmap.proper(trailer.who())), taken);
            }
        }
        if (ignored(commit.author())) {
            taken.removeFirst();
        }
        ready.addAll(works.read(taken));
    }

    /** Whoever is among the authors confirms their own work. */
    private void takeTrailer(Commit commit, Part part, SourcePerson person, List<Taken> taken) {
        boolean author = taken.stream()
                .anyMatch(t -> t.part() == Part.AUTHOR && t.person().identity().equals(person.identity()));
        var about = author ? person.identity() : taken.getFirst().about();
        taken.add(taken(commit, part, person, about, commit.committed()));
    }

    private Taken taken(Commit commit, Part part, SourcePerson person, String about, LocalDate day) {
        var key = match.apply("row/" + commit.hash() + "/" + part + "/" + person.identity());
        var evidence = mapping.evidence() == null ? null : mapping.evidence().replace("{commit}", commit.hash());
        return new Taken(number, key, part, person, about, day, Quantity.units(1), evidence);
    }

    private SourcePerson person(Contact contact) {
        if (contact.email().isBlank()) {
            throw new LineRefused(Problem.PERSON_MISSING, "");
        }
        var identity = "email/" + match.apply("email/" + contact.email().toLowerCase(Locale.ROOT));
        return new SourcePerson(identity, Texts.name(contact.name(), "?"));
    }

    private boolean ignored(Contact contact) {
        return mapping.ignored().contains(contact.email().toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() throws IOException {
        fields.close();
    }
}
