package org.maillage.web.badges.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, http://localhost:8080/issuers/a, true",
        "http://localhost:8080, HTTP://LOCALHOST:8080/ob2/issuers/a, true",
        "http://localhost:8080, https://u@localhost.:8080//issuers/a, true",
        "http://localhost:8080, did:web:localhost%3A8080:issuers:a, true",
        "http://localhost:8080, did:web:localhost%3a8080, true",
        "http://localhost:8080, http://localhost:8081/issuers/a, false",
        "http://localhost:8080, https://issuer.example/profile, false",
        "http://localhost:8080, did:key:z6Mk, false",
        "http://localhost:8080, not an address, false",
        "https://badges.example, https://badges.example:443/issuers/a, true",
        "https://badges.example, did:web:badges.example:issuers:a, true",
        "https://badges.example, https://badges.example.org/issuers/a, false",
        "https://badges.example/maillage, https://badges.example/other/../maillage/issuers/a, true",
        "https://badges.example/maillage, https://badges.example/maillages/a, false",
    })
    void a_place_is_the_same_however_its_address_is_written(String site, String issuer, boolean own) {
        var root = Place.of(site).orElseThrow();
        assertThat(Place.of(issuer).filter(root::holds).isPresent()).isEqualTo(own);
    }
}
