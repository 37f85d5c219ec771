package org.maillage.web.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maillage.web.coordination.InviteLines.Person;
import org.maillage.web.signin.EmailAddress;

class InviteLinesTest {

    @Test
    void a_line_is_a_name_and_an_address_in_any_of_the_usual_ways() {
        var read = InviteLines.read("""
            Rosa Modèle, rosa@exemple.fr
            Ali Essai <ali@exemple.fr>

            Zoé Exemple;zoe@exemple.fr
            Paul\tpaul@exemple.fr
            nadia@exemple.fr
            """);
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.people())
                .containsExactly(
                        person("Rosa Modèle", "rosa@exemple.fr"),
                        person("Ali Essai", "ali@exemple.fr"),
                        person("Zoé Exemple", "zoe@exemple.fr"),
                        person("Paul", "paul@exemple.fr"),
                        person("nadia", "nadia@exemple.fr"));
    }

    @Test
    void lines_without_an_address_are_told_by_their_numbers() {
        var read = InviteLines.read("Rosa, rosa@exemple.fr\nAli\n\nZoé, zoe@\n");
        assertThat(read.people()).hasSize(1);
        assertThat(read.unreadable()).containsExactly(2, 4);
    }

    @Test
    void an_address_named_twice_is_one_person() {
        var read = InviteLines.read("Rosa, rosa@exemple.fr\nRosa Modèle, ROSA@exemple.fr");
        assertThat(read.people()).containsExactly(person("Rosa", "rosa@exemple.fr"));
    }

    @Test
    void a_hundred_people_are_invited_at_once_at_most() {
        assertThat(InviteLines.read(addresses(100)).tooMany()).isFalse();
        assertThat(InviteLines.read(addresses(101)).tooMany()).isTrue();
    }

    private static String addresses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "@exemple.fr").collect(Collectors.joining("\n"));
    }

    private static Person person(String name, String address) {
        return new Person(name, EmailAddress.read(address).orElseThrow());
    }
}
