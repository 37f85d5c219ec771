package org.maillage.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;

class PlaceNamesTest {

    private final PlaceNames names = new PlaceNames();

    @Test
    void communes_are_named_and_stand_in_their_departement() {
        assertThat(names.commune(commune("51108"))).hasValue("Châlons-en-Champagne");
        assertThat(names.departement(commune("51108"))).hasValue("Marne");
        assertThat(names.departement(commune("2A004"))).hasValue("Corse-du-Sud");
        assertThat(names.departement(commune("97411"))).hasValue("La Réunion");
    }

    @Test
    void a_territory_is_read_by_names_and_by_the_code_where_there_is_none() {
        var territory = Territory.of(List.of(commune("51454"), commune("51108"), commune("99999")), names);
        assertThat(territory.communes()).isEqualTo(3);
        assertThat(territory.parts())
                .containsExactly(
                        new Territory.Part("Marne", List.of("Châlons-en-Champagne", "Reims")),
                        new Territory.Part("", List.of("99999")));
    }

    @Test
    void a_commune_is_found_by_its_code_or_its_name_and_among_several_of_a_name_by_what_is_near() {
        assertThat(names.code("51108", List.of())).hasValue(new InseeCode("51108"));
        assertThat(names.code(" chalons en champagne ", List.of())).hasValue(new InseeCode("51108"));
        assertThat(names.code("Châlons-en-Champagne (51108)", List.of())).hasValue(new InseeCode("51108"));
        assertThat(names.code("Nulle part", List.of())).isEmpty();

        assertThat(names.code("Sainte-Colombe", List.of()))
                .as("several bear it")
                .isEmpty();
        assertThat(names.code("Sainte-Colombe", List.of(commune("25515")))).hasValue(new InseeCode("25515"));
    }

    private static Commune commune(String code) {
        return new Commune(new InseeCode(code), 2026);
    }
}
