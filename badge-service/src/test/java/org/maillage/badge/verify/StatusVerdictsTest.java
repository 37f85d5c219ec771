package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.badge.verify.Trial.BOX;
import static org.maillage.badge.verify.Trial.ISSUANCE;
import static org.maillage.badge.verify.Trial.NOW;
import static org.maillage.badge.verify.Trial.RSA_SIGNER;
import static org.maillage.badge.verify.Trial.bytes;
import static org.maillage.badge.verify.Trial.check;
import static org.maillage.badge.verify.Trial.list;
import static org.maillage.badge.verify.Trial.reason;
import static org.maillage.badge.verify.Trial.signed;
import static org.maillage.badge.verify.Trial.with;
import static org.maillage.badge.verify.Trial.withoutStatus;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.DataIntegrity;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.VcJwt;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Sources.Award;
import tools.jackson.databind.node.ObjectNode;

/** What time, revocation and the life of keys make of a badge. */
class StatusVerdictsTest {

    private final World world = Trial.world();

    @Test
    void a_bit_of_the_issuers_list_revokes_and_one_beside_it_does_not() {
        world.document(Samples.LIST.toString(), list(List.of(Samples.PLACE), NOW));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.REVOKED);

        world.document(Samples.LIST.toString(), list(List.of(Samples.PLACE - 1, Samples.PLACE + 1), NOW));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.NOT_REVOKED);
    }

    @Test
    void a_list_that_is_outdated_altered_or_somebody_elses_says_nothing() {
        world.document(Samples.LIST.toString(), list(List.of(), NOW.minus(Duration.ofDays(2))));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.STATUS_OUTDATED);

        var altered = list(List.of(Samples.PLACE), NOW);
        ((ObjectNode) altered.path("credentialSubject"))
                .put("encodedList", Bitstring.empty().encode());
        world.document(Samples.LIST.toString(), altered);
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.STATUS_UNREADABLE);

        var other = Signer.byDidKey(Samples.OTHER_KEY);
        var theirs = new StatusList(
                Samples.LIST,
                other.controller(),
                StatusPurpose.REVOCATION,
                Bitstring.empty(),
                NOW,
                Duration.ofDays(1),
                Duration.ofMinutes(1));
        world.document(Samples.LIST.toString(), theirs.signed(BOX, other));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.STATUS_UNREADABLE);

        assertThat(reason(
                        new Verifier(BOX, World.knowingTheNetwork(), Unbaking.none())
                                .verify(bytes(signed(Samples.badge())), Question.at(NOW)),
                        Kind.STATUS))
                .isEqualTo(Reason.STATUS_NOT_FETCHED);
    }

    @Test
    void what_is_known_here_comes_before_the_list_and_has_a_time() {
        var id = Samples.badge().id();
        world.award(id, new Award.Suspended(NOW.minusSeconds(5)));
        assertThat(check(verify(signed(Samples.badge())), Kind.STATUS))
                .isEqualTo(Check.failed(Kind.STATUS, Reason.SUSPENDED)
                        .with("time", NOW.minusSeconds(5).toString()));

        world.award(id, new Award.Revoked(NOW.minusSeconds(9), "Attribuée par erreur"));
        assertThat(check(verify(signed(Samples.badge())), Kind.STATUS).details())
                .containsEntry("time", NOW.minusSeconds(9).toString())
                .containsEntry("reason", "Attribuée par erreur");
    }

    @Test
    void whoever_only_uses_the_id_of_a_badge_learns_nothing_of_it() throws Malformed {
        world.award(Samples.badge().id(), new Award.Revoked(NOW.minusSeconds(9), "Attribuée par erreur"));
        var peer = Signer.byDidKey(Samples.OTHER_KEY);
        var other = signed(withoutStatus());
        other.remove("proof");
        ((ObjectNode) other.path("issuer")).put("id", peer.controller().toString());
        var forged = DataIntegrity.signed(other, BOX.canonical(other), peer, Samples.AWARDED);
        assertThat(reason(verify(forged), Kind.SIGNATURE)).isEqualTo(Reason.SIGNATURE_GOOD);
        assertThat(reason(verify(forged), Kind.STATUS)).isEqualTo(Reason.NO_STATUS);

        var altered = signed(withoutStatus()).put("name", "Autre chose");
        assertThat(reason(verify(altered), Kind.STATUS)).isEqualTo(Reason.NO_STATUS);
        assertThat(reason(verify(altered), Kind.ISSUER)).isEqualTo(Reason.ISSUER_NOT_SHOWN);
        assertThat(reason(verify(signed(withoutStatus())), Kind.STATUS)).isEqualTo(Reason.REVOKED);
    }

    @Test
    void a_suspension_list_suspends() {
        var badge = Samples.badge();
        var entry = new StatusEntry(URI.create(Samples.NETWORK + "/status/suspension/0"), 5, StatusPurpose.SUSPENSION);
        var suspended = new StatusList(
                entry.list(),
                Samples.NETWORK,
                StatusPurpose.SUSPENSION,
                Bitstring.of(List.of(5)),
                NOW,
                Duration.ofDays(1),
                Duration.ofMinutes(1));
        world.document(entry.list().toString(), suspended.signed(BOX, Samples.SIGNER));

        assertThat(reason(verify(signed(with(badge, entry, List.of(), List.of()))), Kind.STATUS))
                .isEqualTo(Reason.SUSPENDED);
    }

    @Test
    void what_a_retired_key_signed_stays_good_and_what_a_stolen_one_did_does_not() {
        var badge = bytes(ISSUANCE.signed(withoutStatus(), Samples.SIGNER, Samples.AWARDED));
        assertThat(verifyBy(new KeyState.Retired(NOW), badge)).isInstanceOf(Verdict.Good.class);

        var before = verifyBy(new KeyState.Compromised(Samples.AWARDED.minusSeconds(1)), badge);
        assertThat(reason(before, Kind.SIGNATURE)).isEqualTo(Reason.KEY_COMPROMISED);
        assertThat(before).isInstanceOf(Verdict.Bad.class);

        var after = verifyBy(new KeyState.Compromised(NOW), badge);
        assertThat(reason(after, Kind.SIGNATURE)).isEqualTo(Reason.KEY_COMPROMISED_LATER);
        assertThat(after).isInstanceOf(Verdict.Unsure.class);
    }

    @Test
    void a_badge_has_its_time() {
        var early = Samples.badge("2", NOW.plusSeconds(10), null);
        var late = Samples.badge("3", Samples.AWARDED, NOW.minusSeconds(1));

        assertThat(reason(verify(signed(early)), Kind.PERIOD)).isEqualTo(Reason.NOT_YET_VALID);
        assertThat(reason(verify(signed(late)), Kind.PERIOD)).isEqualTo(Reason.EXPIRED);
        assertThat(verify(signed(late))).isInstanceOf(Verdict.Bad.class);
        assertThat(verify(signed(Samples.badge("4", Samples.AWARDED, NOW.plusSeconds(1)))))
                .isInstanceOf(Verdict.Good.class);
    }

    /** Issued by others, read here. */
    @Test
    void a_revocation_list_of_1edtech_revokes_what_it_names() throws Malformed {
        var list = "https://badges.example.org/revoked.json";
        var document = Samples.badge().json();
        document.putObject("credentialStatus").put("id", list).put("type", "1EdTechRevocationList");
        var token = VcJwt.sign(document, RSA_SIGNER).getBytes(UTF_8);

        assertThat(reason(verify(token), Kind.STATUS)).isEqualTo(Reason.STATUS_NOT_FETCHED);

        world.document(list, StrictJson.readObject("{\"revokedCredential\":[{\"id\":\"urn:x:1\"}]}".getBytes(UTF_8)));
        assertThat(verify(token)).isInstanceOf(Verdict.Good.class);

        var named =
                "{\"revokedCredential\":[{\"id\":\"" + Samples.badge().id() + "\",\"revocationReason\":\"Erreur\"}]}";
        world.document(list, StrictJson.readObject(named.getBytes(UTF_8)));
        assertThat(check(verify(token), Kind.STATUS))
                .isEqualTo(Check.failed(Kind.STATUS, Reason.REVOKED).with("reason", "Erreur"));
    }

    @Test
    void a_status_of_another_kind_is_not_passed_over() {
        var document = Samples.badge().json();
        document.putObject("credentialStatus").put("id", "urn:x:1").put("type", "StatusList2021Entry");

        var verdict = verify(VcJwt.sign(document, RSA_SIGNER).getBytes(UTF_8));

        assertThat(verdict).isInstanceOf(Verdict.Unsure.class);
        assertThat(reason(verdict, Kind.STATUS)).isEqualTo(Reason.UNSUPPORTED_STATUS);
    }

    private Verdict verifyBy(KeyState state, byte[] badge) {
        var key = new IssuerKey(Samples.SIGNER.id(), Samples.NETWORK, Samples.KEY.verifying(), state);
        return new Verifier(BOX, new World().key(key), Unbaking.none()).verify(badge, Question.at(NOW));
    }

    private Verdict verify(ObjectNode document) {
        return verify(bytes(document));
    }

    private Verdict verify(byte[] bytes) {
        return Trial.verify(world, bytes);
    }
}
