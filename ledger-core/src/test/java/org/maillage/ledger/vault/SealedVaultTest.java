package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault.Place;

class SealedVaultTest {

    private static final MemberId AMINA = MemberId.of("01990000-0000-7002-8000-000000000002");
    private static final MemberId BRUNO = MemberId.of("f1990000-0000-7001-8000-000000000001");
    private static final StreamId STREAM = StreamId.of(ContributionId.of("01990000-0000-7003-8000-000000000003"));
    private static final Place PLACE = new Place(STREAM, "contribution.submitted", "sentence");

    private final InMemoryMemberKeys keys = new InMemoryMemberKeys();
    private final SealedVault vault = TestVault.over(keys);

    @Test
    void what_is_sealed_opens_again_in_its_place() {
        var sealed = vault.seal("Atelier au café des voisins", List.of(AMINA), PLACE);

        assertThat(vault.open(sealed, PLACE)).hasValue("Atelier au café des voisins");
        assertThat(TestVault.over(keys).open(sealed, PLACE)).hasValue("Atelier au café des voisins");
        assertThat(sealed.envelope()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void the_same_text_sealed_twice_differs() {
        var envelopes = IntStream.range(0, 1_000)
                .mapToObj(_ -> vault.seal("merci", List.of(AMINA), PLACE).envelope())
                .toList();

        assertThat(envelopes).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void another_stream_event_or_field_opens_nothing() {
        var sealed = vault.seal("secret", List.of(AMINA), PLACE);
        var other = StreamId.of(ContributionId.next());

        assertThat(vault.open(sealed, new Place(other, PLACE.event(), PLACE.field())))
                .isEmpty();
        assertThat(vault.open(sealed, new Place(STREAM, "contribution.appealed", PLACE.field())))
                .isEmpty();
        assertThat(vault.open(sealed, new Place(STREAM, PLACE.event(), "title")))
                .isEmpty();
        assertThat(vault.open(sealed, new Place(STREAM, PLACE.event() + "s", "entence")))
                .isEmpty();
        assertThat(vault.open(sealed, PLACE)).hasValue("secret");
    }

    @Test
    void a_text_about_two_opens_in_whatever_order_they_were_named_and_needs_both_keys() {
        var sealed = vault.seal("merci", List.of(BRUNO, AMINA), PLACE);
        var alsoSealed = vault.seal("merci", List.of(AMINA, BRUNO), PLACE);
        assertThat(vault.open(sealed, PLACE)).hasValue("merci");
        assertThat(vault.open(alsoSealed, PLACE)).hasValue("merci");

        vault.destroy(BRUNO);

        assertThat(vault.open(sealed, PLACE)).isEmpty();
        assertThat(vault.open(alsoSealed, PLACE)).isEmpty();
        assertThat(vault.open(vault.seal("encore", List.of(AMINA), PLACE), PLACE))
                .hasValue("encore");
    }

    @Test
    void a_text_about_somebody_twice_is_about_one() {
        assertThat(bytes(vault.seal("abc", List.of(AMINA, AMINA), PLACE))[1]).isEqualTo((byte) 1);
    }

    @Test
    void a_text_is_about_one_or_two() {
        assertThatThrownBy(() -> vault.seal("abc", List.of(), PLACE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.seal("abc", List.of(AMINA, BRUNO, MemberId.next()), PLACE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_destroyed_key_opens_nothing_and_is_never_made_again() {
        var sealed = vault.seal("secret", List.of(AMINA), PLACE);

        vault.destroy(AMINA);
        vault.destroy(AMINA);

        assertThat(vault.open(sealed, PLACE)).isEmpty();
        assertThat(TestVault.over(keys).open(sealed, PLACE)).isEmpty();
        assertThatThrownBy(() -> vault.seal("again", List.of(AMINA), PLACE)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> TestVault.over(keys).seal("again", List.of(BRUNO, AMINA), PLACE))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void another_process_forgets_a_destroyed_key_when_it_is_told() {
        var other = TestVault.over(keys);
        var sealed = vault.seal("secret", List.of(AMINA), PLACE);
        assertThat(other.open(sealed, PLACE)).hasValue("secret");

        vault.destroy(AMINA);
        other.evict(AMINA);

        assertThat(other.open(sealed, PLACE)).isEmpty();
    }

    @Test
    void another_master_key_is_named_as_the_cause() {
        var sealed = vault.seal("secret", List.of(AMINA), PLACE);
        var other =
                new SealedVault(keys, MasterKey.fromBase64(Base64.getEncoder().encodeToString(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
                })));

        assertThatThrownBy(other::checkMasterKey)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(MasterKey.VARIABLE);
        assertThatThrownBy(() -> other.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
        vault.checkMasterKey();
    }

    @Test
    void the_keys_of_many_texts_are_asked_for_once_and_none_is_made() {
        var sealed = IntStream.range(0, 300)
                .mapToObj(_ -> vault.seal("merci", List.of(MemberId.next(), AMINA), PLACE))
                .toList();
        var stranger = TestVault.over(new InMemoryMemberKeys()).seal("autre", List.of(BRUNO), PLACE);
        var later = TestVault.over(keys);
        int before = keys.asked();

        later.load(Stream.concat(sealed.stream(), Stream.of(stranger, new SealedText("no envelope")))
                .toList());

        assertThat(sealed).allMatch(text -> later.open(text, PLACE).equals(Optional.of("merci")));
        assertThat(keys.asked()).isEqualTo(before + 1);
        assertThat(keys.find(List.of(BRUNO))).isEmpty();
    }

    @Test
    void a_wrapped_key_is_of_its_member_alone() {
        vault.prepare(List.of(AMINA, BRUNO));
        var exchanged = new InMemoryMemberKeys();
        exchanged.keepIfAbsent(
                Map.of(AMINA, (StoredKey.Wrapped) keys.find(List.of(BRUNO)).get(BRUNO)));

        assertThatThrownBy(() -> TestVault.over(exchanged).seal("abc", List.of(AMINA), PLACE))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0000b", "🧶👩🏽‍🏫", "\u202egauche", "é", "\ufeff"})
    void texts_of_any_script_come_back(String text) {
        assertThat(vault.open(vault.seal(text, List.of(AMINA, BRUNO), PLACE), PLACE))
                .hasValue(text);
    }

    @Test
    void a_text_of_a_million_characters_comes_back() {
        var text = "é".repeat(1_000_000);

        assertThat(vault.open(vault.seal(text, List.of(AMINA), PLACE), PLACE)).hasValue(text);
    }

    @Test
    void random_texts_open_for_the_right_place_and_nowhere_else() {
        var random = new Random(1_789);
        var members = IntStream.range(0, 20).mapToObj(_ -> MemberId.next()).toList();
        for (int round = 0; round < 2_000; round++) {
            var text = text(random);
            var about = random.nextBoolean()
                    ? List.of(any(random, members))
                    : List.of(any(random, members), any(random, members));
            var place = new Place(STREAM, "event." + random.nextInt(5), "field." + random.nextInt(5));
            var wrong = new Place(STREAM, place.event(), "field." + (5 + random.nextInt(5)));

            var sealed = vault.seal(text, about, place);

            assertThat(vault.open(sealed, place)).hasValue(text);
            assertThat(vault.open(sealed, wrong)).isEmpty();
        }
    }

    @Test
    void many_threads_seal_and_open_for_the_same_new_members() throws Exception {
        var members = IntStream.range(0, 50).mapToObj(_ -> MemberId.next()).toList();
        var processes = List.of(vault, TestVault.over(keys), TestVault.over(keys));
        var opened = ConcurrentHashMap.<String>newKeySet();
        var work = new ArrayList<Callable<Object>>();
        for (int task = 0; task < 600; task++) {
            var number = task;
            work.add(() -> {
                var about = List.of(members.get(number % 50), members.get(number * 7 % 50));
                var sealed = processes.get(number % 3).seal("text " + number, about, PLACE);
                opened.add(processes.get((number + 1) % 3).open(sealed, PLACE).orElseThrow());
                return sealed;
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isInstanceOf(SealedText.class);
            }
        }

        assertThat(opened).hasSize(600);
    }

    @Test
    void equal_texts_match_and_the_match_tells_nothing_without_the_master_key() {
        assertThat(vault.match("https://example.org/a"))
                .isEqualTo(TestVault.empty().match("https://example.org/a"))
                .isNotEqualTo(vault.match("https://example.org/b"))
                .matches("[0-9a-f]{64}");
        assertThat(vault.hmac("a".getBytes(UTF_8)))
                .hasSize(32)
                .isEqualTo(TestVault.empty().hmac("a".getBytes(UTF_8)))
                .isNotEqualTo(bytesOfHex(vault.match("a")));
    }

    @Test
    void nothing_that_is_printed_tells_a_key_or_a_text() {
        var sealed = vault.seal("secret", List.of(AMINA), PLACE);

        assertThat(TestVault.MASTER.toString() + sealed + keys.find(List.of(AMINA)))
                .doesNotContain("secret", sealed.envelope(), "AAAA");
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(200), 0, Character.MAX_CODE_POINT + 1)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static MemberId any(Random random, List<MemberId> members) {
        return members.get(random.nextInt(members.size()));
    }

    private static byte[] bytes(SealedText sealed) {
        return Base64.getUrlDecoder().decode(sealed.envelope());
    }

    private static byte[] bytesOfHex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
