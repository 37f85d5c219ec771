package org.maillage.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTableTest {

    @Test
    void what_is_downloaded_is_no_address_of_a_page() {
        var list = row("/coordination/badges/listes/{list}");

        assertThat(list.matches("/coordination/badges/listes/" + UUID.randomUUID()))
                .isTrue();
        assertThat(list.matches("/coordination/badges/listes/modele.csv")).isFalse();
        assertThat(row("/mailles/{position}").matches("/mailles/releve.csv")).isFalse();
        assertThat(row("/b/{code}").matches("/b/abc.png")).isFalse();
    }

    @Test
    void a_page_that_has_a_row_of_its_own_is_not_taken_for_another() {
        var fixed = PageTable.pages().stream().filter(PageTable.Row::isFixed).toList();
        assertThat(fixed).hasSizeGreaterThan(20);
        for (var page : fixed) {
            assertThat(PageTable.pages().stream().filter(row -> row.matches(page.toString())))
                    .containsExactly(page);
        }
    }

    private static PageTable.Row row(String pattern) {
        return PageTable.pages().stream()
                .filter(row -> row.toString().equals(pattern))
                .findFirst()
                .orElseThrow();
    }
}
