package org.maillage.badge.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Each award has a place of its own in a list, which does not tell when it was awarded. */
class StatusPlaceTest {

    private static final byte[] KEY = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void every_place_of_a_list_is_taken_once() {
        var taken = new BitSet(StatusPlace.LENGTH);
        for (int number = 0; number < StatusPlace.LENGTH; number++) {
            var place = StatusPlace.of(KEY, number);
            assertThat(place.list()).isZero();
            assertThat(taken.get(place.place())).isFalse();
            taken.set(place.place());
        }
        assertThat(taken.cardinality()).isEqualTo(StatusPlace.LENGTH);
    }

    @Test
    void the_same_award_has_the_same_place_and_the_next_list_another_order() {
        var same = new HashMap<Integer, StatusPlace>();
        int alike = 0;
        for (int number = 0; number < 200; number++) {
            var place = StatusPlace.of(KEY, number);
            same.put(number, place);
            assertThat(StatusPlace.of(KEY, number)).isEqualTo(place);
            var next = StatusPlace.of(KEY, number + (long) StatusPlace.LENGTH);
            assertThat(next.list()).isEqualTo(1);
            alike += next.place() == place.place() ? 1 : 0;
        }
        assertThat(same).hasSize(200);
        assertThat(alike).isLessThan(5);
    }

    @Test
    void another_network_orders_its_places_otherwise() {
        var other = "fedcba9876543210".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int alike = 0;
        for (int number = 0; number < 500; number++) {
            alike += StatusPlace.of(KEY, number).equals(StatusPlace.of(other, number)) ? 1 : 0;
        }
        assertThat(alike).isLessThan(5);
        assertThatThrownBy(() -> StatusPlace.of(new byte[0], 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
