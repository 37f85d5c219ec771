package org.maillage.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault.Place;

class PostgresMemberKeysTest {

    private static final Place PLACE = new Place(StreamId.of(MemberId.next()), "member.entered", "name");

    private static DataSource database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
        VaultSchema.migrate(database);
    }

    @Test
    void migrating_again_changes_nothing() {
        VaultSchema.migrate(database);

        assertThat(count("select count(*) from vault.flyway_schema_history where success"))
                .isPositive();
    }

    @Test
    void what_one_process_sealed_another_opens() {
        var member = MemberId.next();

        var sealed = process().seal("Amina", List.of(member, MemberId.next()), PLACE);

        assertThat(process().open(sealed, PLACE)).hasValue("Amina");
    }

    @Test
    void keys_lie_wrapped_in_the_database_under_the_id_of_their_master_key() {
        var member = MemberId.next();
        process().prepare(List.of(member));

        assertThat(count(("select count(*) from vault.member_key where member = '%s' and length(wrapped) = 61 "
                                + "and master_key_id = '%s' and destroyed_at is null")
                        .formatted(member, TestVault.MASTER.id())))
                .isOne();
        assertThat(new PostgresMemberKeys(database).anyWrappedByOther(TestVault.MASTER.id()))
                .isFalse();
        assertThat(new PostgresMemberKeys(database).anyWrappedByOther("other")).isTrue();
    }

    @Test
    void thousands_of_keys_are_made_at_once_and_only_once() {
        var members = IntStream.range(0, 5_000).mapToObj(_ -> MemberId.next()).toList();
        var vault = process();

        vault.prepare(members);
        process().prepare(members);
        var sealed = vault.seal("Bruno", List.of(members.getLast()), PLACE);

        assertThat(process().open(sealed, PLACE)).hasValue("Bruno");
        assertThat(count("select count(*) from vault.member_key where member between '%s' and '%s'"
                        .formatted(members.getFirst(), members.getLast())))
                .isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void processes_that_race_for_the_same_members_get_the_same_keys() throws Exception {
        var members = IntStream.range(0, 200).mapToObj(_ -> MemberId.next()).toList();
        var together = new CyclicBarrier(4);
        var work = new ArrayList<Callable<SealedVault>>();
        for (int process = 0; process < 4; process++) {
            var shuffled = new ArrayList<>(members);
            Collections.shuffle(shuffled, new Random(process));
            work.add(() -> {
                var vault = process();
                together.await();
                vault.prepare(shuffled);
                return vault;
            });
        }

        var vaults = new ArrayList<SealedVault>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(work)) {
                vaults.add(done.get());
            }
        }

        assertThat(vaults).hasSize(4);
        for (var member : members) {
            var sealed = vaults.getFirst().seal("text", List.of(member), PLACE);
            assertThat(vaults)
                    .allSatisfy(vault -> assertThat(vault.open(sealed, PLACE)).hasValue("text"));
        }
    }

    @Test
    void a_destroyed_key_leaves_no_key_material_and_is_never_made_again() {
        var member = MemberId.next();
        var sealed = process().seal("Amina", List.of(member), PLACE);

        process().destroy(member);
        process().destroy(member);

        assertThat(process().open(sealed, PLACE)).isEmpty();
        assertThat(count(("select count(*) from vault.member_key where member = '%s' and wrapped is null "
                                + "and master_key_id is null and destroyed_at is not null")
                        .formatted(member)))
                .isOne();
        assertThatThrownBy(() -> process().seal("again", List.of(member), PLACE))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void a_membership_without_a_key_can_be_destroyed_too() {
        var member = MemberId.next();

        process().destroy(member);

        assertThatThrownBy(() -> process().seal("name", List.of(member), PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    private static SealedVault process() {
        return TestVault.over(new PostgresMemberKeys(database));
    }

    private static long count(String sql) {
        return Long.parseLong(TestDatabase.ask(database, sql));
    }
}
