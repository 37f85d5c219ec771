package org.maillage.web.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFileTest {

    static final java.util.List<String> SHIPPED = MappingFile.SHIPPED;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void each_shipped_mapping_is_valid_and_can_make_a_network(String name) {
        var mapping = MappingFile.parse(MappingFile.shipped(name));

        assertThat(mapping.network()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "null",
                "{\"format\": \"CSV\", \"source\": \"csv:x\"}",
                "{\"format\": \"XLS\", \"source\": \"csv:x\"}",
                "{\"format\": \"OSM\", \"source\": \"osm\", \"kind\": {\"constant\": \"x\"}, \"unknown\": 1}",
                "{\"format\": \"OSM\", \"source\": \"Ö\", \"kind\": {\"constant\": \"osm\"}}"
            })
    void what_is_no_mapping_is_refused(String json) {
        assertThatThrownBy(() -> MappingFile.parse(json))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(FileRefused.Cause.MAPPING_INVALID));
    }

    @Test
    void the_refusal_names_the_field() {
        assertThatThrownBy(() -> MappingFile.parse(Reading.SIMPLE.replace("\"who\"", "3, \"sep\": 1")))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.detail()).contains("sep"));
        assertThatThrownBy(() -> MappingFile.parse(Reading.SIMPLE.replace("csv:test", "CSV test")))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.detail()).isEqualTo("source"));
    }
}
