package org.maillage.badge.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A folder of documents and of what is expected of them, and what the judges of {@code src/test/judges} say. */
public final class JudgedFolder {

    private static final Pattern TOTAL = Pattern.compile("(\\d+) findings by .*; (\\d+) wrong");

    private final Path folder;
    private final ObjectNode documents;
    private final ArrayNode cases;
    private final ObjectNode expectations = StrictJson.object();

    public JudgedFolder(Path folder) {
        this.folder = folder;
        this.documents = expectations.putObject("documents");
        this.cases = expectations.putArray("cases");
    }

    /** What the judges said. */
    public record Said(int findings, int wrong, String text) {}

    /** Lets an address give a document. */
    public void serve(URI address, ObjectNode document) throws IOException {
        var file = "document-" + documents.size() + ".json";
        documents.put(address.toString(), file);
        Files.write(folder.resolve(file), StrictJson.write(document));
    }

    public void add(
            String file,
            JsonNode document,
            @Nullable String signature,
            @Nullable String status,
            @Nullable String period,
            @Nullable String schema)
            throws IOException {
        add(file, StrictJson.write(document), signature, status, period, schema);
    }

    public void add(
            String file,
            String token,
            @Nullable String signature,
            @Nullable String status,
            @Nullable String period,
            @Nullable String schema)
            throws IOException {
        add(file, token.getBytes(UTF_8), signature, status, period, schema);
    }

    /** Adds a case: a file, and what each judge that finds it out should find; null where nothing is expected. */
    public void add(
            String file,
            byte[] content,
            @Nullable String signature,
            @Nullable String status,
            @Nullable String period,
            @Nullable String schema)
            throws IOException {
        Files.write(folder.resolve(file), content);
        var expected = cases.addObject().put("file", file);
        put(expected, "signature", signature);
        put(expected, "status", status);
        put(expected, "period", period);
        put(expected, "schema", schema);
    }

    private static void put(ObjectNode expected, String facet, @Nullable String value) {
        if (value != null) {
            expected.put(facet, value);
        }
    }

    /** Runs the judges; fails where they are not installed or did not run. */
    public Said judge() throws IOException, InterruptedException {
        Files.write(folder.resolve("expectations.json"), StrictJson.write(expectations));
        var judges = judges();
        assertThat(judges.resolve("node_modules"))
                .as("the judges, installed by npm ci in %s", judges)
                .isDirectory();
        var output = folder.resolve("judges.log");
        var process = new ProcessBuilder(
                        "node", "judge.mjs", folder.toAbsolutePath().toString())
                .directory(judges.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("the judges came to an end")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var text = Files.readString(output);
        var total = TOTAL.matcher(text);
        assertThat(total.find()).as(text).isTrue();
        assertThat(process.exitValue() == 0).as(text).isEqualTo(total.group(2).equals("0"));
        return new Said(Integer.parseInt(total.group(1)), Integer.parseInt(total.group(2)), text);
    }

    /** The judges' folder, from this module or from one beside it. */
    private static Path judges() {
        var here = Path.of("src/test/judges").toAbsolutePath();
        return Files.isDirectory(here)
                ? here
                : Path.of("../badge-service/src/test/judges").toAbsolutePath().normalize();
    }
}
