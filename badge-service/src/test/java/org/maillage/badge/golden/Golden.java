package org.maillage.badge.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents as others have them already: what is issued must not change by accident. With
 * {@code -Dmaillage.golden.write=true} they are written anew, to be looked at before they are kept.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Golden() {}

    public static void same(String file, JsonNode document) throws IOException {
        var text = MAPPER.writeValueAsString(document).replace("\r\n", "\n") + "\n";
        var path = FOLDER.resolve(file);
        if (Boolean.getBoolean("maillage.golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, text);
        }
        assertThat(path).as("kept document").exists();
        assertThat(text).isEqualTo(Files.readString(path, UTF_8));
    }
}
