package org.maillage.web.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Multikey;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.cli.CommandLine.NotUnderstood;

/** Somebody who has a badge's file, and neither this program's network nor any. */
class VerifyCommandTest {

    private static final JsonLdBox BOX = new JsonLdBox();
    private static final Clock CLOCK = Clock.fixed(Samples.AWARDED.plus(Duration.ofDays(30)), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String badge;
    private String key;

    @BeforeEach
    void a_badge_and_its_issuers_key() throws IOException {
        var signed = new Issuance(BOX).signed(Samples.badge(), Samples.SIGNER, Samples.AWARDED);
        badge = file("badge.json", StrictJson.write(signed));
        key = Multikey.of(Samples.KEY.verifying());
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String list(String name, List<Integer> revoked) throws IOException {
        var list = new StatusList(
                Samples.LIST,
                Samples.NETWORK,
                StatusPurpose.REVOCATION,
                Bitstring.of(revoked),
                CLOCK.instant(),
                Duration.ofDays(1),
                Duration.ofMinutes(5));
        return file(name, StrictJson.write(list.signed(BOX, Samples.SIGNER)));
    }

    private int verify(Locale locale, String... args) throws IOException {
        said.reset();
        return VerifyCommand.of(List.of(args), CLOCK, locale).run(new PrintStream(said, true, UTF_8));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    @Test
    void a_badge_holds_with_its_issuers_key_and_its_status_list() throws IOException {
        assertThat(verify(Locale.FRENCH, badge, "--key", key, "--with", list("list.json", List.of())))
                .isZero();
        assertThat(said()).contains("Ce badge est authentique.", "[ok] Signature valide", "Animer : pratique suivie");
        assertThat(verify(
                        Locale.ENGLISH,
                        badge,
                        "--key",
                        file("key.txt", key.getBytes(UTF_8)),
                        "--with",
                        folder.resolve("list.json").toString()))
                .isZero();
        assertThat(said()).contains("This badge is authentic.").doesNotContain("authentique");
    }

    @Test
    void what_nobody_can_say_or_was_taken_back_or_altered_is_not_done() throws IOException {
        assertThat(verify(Locale.ENGLISH, badge)).isEqualTo(1);
        assertThat(said()).contains("[? ] Signature");
        assertThat(verify(Locale.ENGLISH, badge, "--key", key)).isEqualTo(1);
        assertThat(said()).contains("[ok] Valid signature", "[? ] Revocation");
        assertThat(verify(Locale.ENGLISH, badge, "--key", key, "--with", list("revoked.json", List.of(Samples.PLACE))))
                .isEqualTo(1);
        assertThat(said()).contains("This badge was taken back.", "[!!] Revocation");
        var altered = Files.readString(Path.of(badge)).replace("pratique suivie", "pratique suivi\u202ee");
        assertThat(verify(Locale.ENGLISH, file("altered.json", altered.getBytes(UTF_8)), "--key", key))
                .isEqualTo(1);
        assertThat(said()).contains("This badge is not authentic.").doesNotContain("\u202e");
        var other = Multikey.of(Samples.OTHER_KEY.verifying());
        assertThat(verify(Locale.ENGLISH, badge, "--key", other)).isEqualTo(1);
        assertThat(said()).contains("[!!] Signature");
    }

    @Test
    void a_token_that_was_altered_is_said_to_be_one() throws IOException {
        var signer = new Signer(Samples.SIGNER.id(), Samples.NETWORK, SigningKey.generate(KeyKind.RSA));
        var token = new Issuance(BOX).jwt(Samples.badge(), signer);
        var at = token.indexOf('.') + 3;
        var altered = token.substring(0, at) + (token.charAt(at) == '_' ? 'A' : '_') + token.substring(at + 1);
        assertThat(verify(Locale.FRENCH, file("altered.jwt", altered.getBytes(UTF_8))))
                .isEqualTo(1);
        assertThat(said()).contains("C’est un jeton signé (JWT)").doesNotContain("ni un jeton");
    }

    @Test
    void what_is_given_wrong_is_said() throws IOException {
        assertThatThrownBy(() -> verify(Locale.ENGLISH)).isInstanceOf(NotUnderstood.class);
        assertThatThrownBy(() -> verify(Locale.ENGLISH, badge, "--loud")).isInstanceOf(NotUnderstood.class);
        assertThatThrownBy(() -> verify(Locale.ENGLISH, folder.resolve("none").toString()))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> verify(Locale.ENGLISH, badge, "--key", "z6Mknothing"))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no public key");
        var nameless = file("nameless.json", "{}".getBytes(UTF_8));
        assertThatThrownBy(() -> verify(Locale.ENGLISH, badge, "--with", nameless))
                .isInstanceOf(NotDone.class)
                .hasMessageContaining("no id");
    }

    @Test
    void it_speaks_the_language_of_the_shell() {
        assertThat(CommandLine.language(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo(Locale.FRENCH);
        assertThat(CommandLine.language(Map.of("LANG", "fr_FR.UTF-8", "LC_ALL", "C")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(CommandLine.language(Map.of("LANG", "frr_DE"))).isEqualTo(Locale.ENGLISH);
        assertThat(CommandLine.language(Map.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void the_command_line_answers_by_its_exit_status() throws Exception {
        var err = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, UTF_8);
                var told = new PrintStream(err, true, UTF_8)) {
            assertThat(CommandLine.run(List.of("verify", badge), out, told)).isEqualTo(1);
            assertThat(CommandLine.run(List.of("verify"), out, told)).isEqualTo(2);
            assertThat(CommandLine.run(List.of("verify", "nowhere.json"), out, told))
                    .isEqualTo(1);
        }
        assertThat(err.toString(UTF_8)).contains("usage: bin/maillage", "there is no file nowhere.json");
    }
}
