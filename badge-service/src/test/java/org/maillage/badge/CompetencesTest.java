package org.maillage.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.maillage.badge.catalogue.Competences;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.Alignment.Framework;

class CompetencesTest {

    @Test
    void the_frameworks_have_all_their_competences_in_both_languages() {
        assertThat(Competences.of(Framework.DIGCOMP_2_2)).hasSize(21);
        assertThat(Competences.of(Framework.PIX)).hasSize(16);
        assertThat(Arrays.stream(Framework.values()).flatMap(framework -> Competences.of(framework).stream()))
                .allSatisfy(one -> assertThat(one.fr()).isNotBlank())
                .allSatisfy(one -> assertThat(one.en()).isNotBlank().doesNotContain("é"));
        assertThat(Competences.find(new Alignment(Framework.DIGCOMP_2_2, "2.5")))
                .hasValueSatisfying(one -> assertThat(one.en()).isEqualTo("Netiquette"));
    }

    @Test
    void a_code_is_one_of_its_framework() {
        assertThat(Competences.isCode(Framework.DIGCOMP_2_2, "2.6")).isTrue();
        assertThat(Competences.isCode(Framework.PIX, "2.6")).isFalse();
        assertThat(Competences.isCode(Framework.ESCO, "http://data.europa.eu/esco/isco/C2424"))
                .isTrue();
        assertThat(Competences.isCode(
                        Framework.ESCO, "http://data.europa.eu/esco/skill/9fb9e4cb-0c6c-4ee2-a6b3-3a1b9b1c8e2f"))
                .isTrue();
        assertThat(Competences.isCode(Framework.ESCO, "http://example.org/esco/skill/1"))
                .isFalse();
        assertThat(Competences.isCode(Framework.ESCO, "S1.2")).isFalse();
    }
}
