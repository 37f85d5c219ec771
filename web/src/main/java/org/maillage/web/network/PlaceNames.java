package org.maillage.web.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.maillage.ledger.value.Commune;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Names of communes and départements by their codes: those of the official geographic code, and the invented ones of the
 * demonstration. Read when first asked for.
 */
@Component
public final class PlaceNames {

    private final Supplier<Map<String, String>> communes = once(() -> {
        var names = read("territory/communes.tsv.gz");
        names.putAll(read("demonstration/communes.tsv"));
        return names;
    });
    private final Supplier<Map<String, String>> departements = once(() -> read("territory/departements.tsv"));

    /** A commune's name; empty where the code is unknown. */
    public Optional<String> commune(Commune commune) {
        return Optional.ofNullable(communes.get().get(commune.code().value()));
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
