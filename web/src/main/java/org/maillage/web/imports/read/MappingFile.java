package org.maillage.web.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Mappings as JSON. */
public final class MappingFile {

    /** Most characters of a mapping. */
    public static final int LONGEST = 64 * 1024;

    /** Names of the mappings that ship with the program. */
    public static final List<String> SHIPPED = List.of("dpdk", "git", "openstreetmap", "mediawiki");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MappingFile() {}

    /** Reads a mapping. @throws FileRefused where it is not one */
    public static Mapping parse(String json) {
        if (json.length() > LONGEST) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "length");
        }
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode tree)) {
                throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "no-object");
            }
            return JSON.treeToValue(withDefaults(tree), Mapping.class);
        } catch (DatabindException invalid) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, whatIsWrong(invalid));
        } catch (JacksonException malformed) {
            var where = malformed.getLocation();
            throw new FileRefused(
                    FileRefused.Cause.MAPPING_INVALID, where == null ? "no-object" : "line " + where.getLineNr());
        }
    }

    /** The text of a shipped mapping. @throws FileRefused where none has this name */
    public static String shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "unknown");
        }
        try (InputStream in = MappingFile.class.getResourceAsStream("/imports/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the mapping is not in the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode withDefaults(ObjectNode tree) {
        for (var list : List.of("key", "ignored")) {
            if (!tree.has(list)) {
                tree.putArray(list);
            }
        }
        if (!tree.has("kinds")) {
            tree.putObject("kinds");
        }
        if (!tree.has("identity")) {
            tree.put("identity", Mapping.Identity.READABLE.name());
        }
        return tree;
    }

    /** The field that is wrong, with those around it before points, and nothing else of what a parser says. */
    private static String whatIsWrong(DatabindException invalid) {
        var path = new StringBuilder();
        for (var step : invalid.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        var cause = invalid.getCause() instanceof IllegalArgumentException refused ? refused.getMessage() : null;
        if (cause != null) {
            path.append(path.isEmpty() ? "" : ".").append(cause);
        }
        return path.isEmpty() ? "no-object" : path.toString();
    }
}
