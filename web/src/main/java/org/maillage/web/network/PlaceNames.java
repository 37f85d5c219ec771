package org.maillage.web.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Names of communes and départements by their codes: those of the official geographic code, and the invented ones of the
 * demonstration. Read when first asked for.
 */
@Component
public final class PlaceNames {

    /** The year of the official geographic code that is known here. */
    public static final int YEAR = 2026;

    private static final int SHORTEST = 3;
    private static final Pattern BRACKETED =
            Pattern.compile(".*\\(([0-9][0-9AB][0-9]{3})\\)", Pattern.CASE_INSENSITIVE);

    private final Supplier<Map<String, String>> communes = once(() -> {
        var names = read("territory/communes.tsv.gz");
        names.putAll(read("demonstration/communes.tsv"));
        return names;
    });
    private final Supplier<Map<String, List<String>>> byName = once(() -> communes.get().keySet().stream()
            .collect(Collectors.groupingBy(code -> plain(named(code).orElse(code)))));
    private final Supplier<Map<String, String>> departements = once(() -> read("territory/departements.tsv"));

    /** A commune's name; empty where the code is unknown. */
    public Optional<String> commune(Commune commune) {
        return Optional.ofNullable(communes.get().get(commune.code().value()));
    }

    /** Whether a code is one of a commune of its year, as far as that year is known here. */
    public boolean mayBe(Commune commune) {
        return commune.year() != YEAR || commune(commune).isPresent();
    }

    /** A commune's name; empty where the text is no code of one. */
    public Optional<String> named(String code) {
        return Optional.ofNullable(communes.get().get(code));
    }

    /**
     * The code of a commune as somebody writes it: its code, its name, or its name with the code in brackets.
     *
     * @param near communes that are meant first by a name that several bear
     * @return empty where none is meant, or one of several
     */
    public Optional<InseeCode> code(String typed, Collection<Commune> near) {
        var text = typed.strip();
        var bracketed = BRACKETED.matcher(text);
        var code = (bracketed.matches() ? bracketed.group(1) : text).toUpperCase(Locale.ROOT);
        if (named(code).isPresent()) {
            return Optional.of(new InseeCode(code));
        }
        var name = plain(text);
        var codes = byName.get().getOrDefault(name, List.of());
        var nearby = codes.stream()
                .filter(one ->
                        near.stream().anyMatch(commune -> commune.code().value().equals(one)))
                .toList();
        var meant = nearby.isEmpty() ? codes : nearby;
        return meant.size() == 1 ? Optional.of(new InseeCode(meant.getFirst())) : Optional.empty();
    }

    /** Codes of the communes whose name holds a text, whatever its case and accents; none for less than three letters. */
    public Set<String> codesLike(String typed) {
        var text = plain(typed);
        return text.length() < SHORTEST
                ? Set.of()
                : byName.get().entrySet().stream()
                        .filter(named -> named.getKey().contains(text))
                        .flatMap(named -> named.getValue().stream())
                        .collect(Collectors.toSet());
    }

    // Accents, case, hyphens and apostrophes are not what tells communes apart.
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The name of the département that a commune stands in; empty where there is none. */
    public Optional<String> departement(Commune commune) {
        var code = commune.code().value();
        var two = code.substring(0, 2);
        // Overseas a département has three digits.
        var own = two.equals("97") || two.equals("98") ? code.substring(0, 3) : two;
        return Optional.ofNullable(departements.get().get(own));
    }

    private static Map<String, String> read(String resource) {
        var names = new HashMap<String, String>();
        try (var in = new ClassPathResource(resource).getInputStream();
                var lines = new BufferedReader(new InputStreamReader(unpacked(in, resource), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                names.put(line.substring(0, tab), line.substring(tab + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static InputStream unpacked(InputStream in, String resource) throws IOException {
        return resource.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        return new Supplier<>() {
            private volatile @org.jspecify.annotations.Nullable T made;

            @Override
            public synchronized T get() {
                var known = made;
                if (known == null) {
                    known = maker.get();
                    made = known;
                }
                return known;
            }
        };
    }
}
