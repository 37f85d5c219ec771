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
    void several_people_on_a_line_are_each_invited() {
        var read = InviteLines.read("""
            alice@x.fr, bob@x.fr
            Chloé <chloe@x.fr>; Dan <dan@x.fr>;
            Modèle, Eva, eva@x.fr; fred@x.fr
            """);
        assertThat(read.unreadable()).isEmpty();
        assertThat(read.people())
                .containsExactly(
                        person("alice", "alice@x.fr"),
                        person("bob", "bob@x.fr"),
                        person("Chloé", "chloe@x.fr"),
                        person("Dan", "dan@x.fr"),
                        person("Modèle, Eva", "eva@x.fr"),
                        person("fred", "fred@x.fr"));
    }

    @Test
    void a_line_that_does_not_tell_its_addresses_apart_invites_nobody() {
        var read = InviteLines.read("""
            alice@x.fr bob@x.fr
            alice@x.fr <bob@x.fr>
            alice@x.fr, bob@
            alice@x.fr, Bob
            alice@x.fr Alice
            """);
        assertThat(read.people()).isEmpty();
        assertThat(read.unreadable()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_line_of_more_than_400_characters_is_not_read() {
        var blanks = " ".repeat(400 - "Rosa".length() - "rosa@x.fr".length());
        assertThat(InviteLines.read("Rosa" + blanks + "rosa@x.fr").people())
                .containsExactly(person("Rosa", "rosa@x.fr"));
        var longer = InviteLines.read("Rosa " + blanks + "rosa@x.fr");
        assertThat(longer.people()).isEmpty();
        assertThat(longer.unreadable()).containsExactly(1);
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
        assertThat(read.repeated()).containsExactly(person("Rosa Modèle", "rosa@exemple.fr"));
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
