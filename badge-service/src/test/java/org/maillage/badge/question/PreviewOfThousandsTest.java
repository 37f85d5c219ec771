package org.maillage.badge.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.Role;

/** A draft rule is read over a whole network while somebody types it. */
class PreviewOfThousandsTest {

    private static final int MEMBERS = 4_000;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    /** Member n has n modulo 20 contributions, a month apart, each confirmed by the next member. */
    private void thousands() {
        world.follow();
        var network = world.given.network.value();
        world.reading.change("""
            insert into badge.member (member, network, takes_part)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ?::uuid, true
              from generate_series(1, ?) n
            """, network, MEMBERS);
        world.reading.change("""
            insert into badge.share (share, position, network, member, contribution, kind, weights, day, minutes, outside,
                recorded_at)
            select ('00000001-0000-7000-8000-' || lpad((n * 20 + i)::text, 12, '0'))::uuid, 1, ?::uuid,
                   ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                   ('00000002-0000-7000-8000-' || lpad((n * 20 + i)::text, 12, '0'))::uuid,
                   'workshop-led', 'LEAD=10000', date '2026-11-19' - i * 31, 60, true, now()
              from generate_series(1, ?) n, generate_series(0, n % 20 - 1) i
            """, network, MEMBERS);
        world.reading.change("""
            insert into badge.claimed_share (share, contribution, place, companions)
            select share, contribution, 'commune:' || (position % 7), '{}' from badge.share
            """);
        world.reading.change("""
            insert into badge.voice (contribution, member, network, recorded_at)
            select contribution, gen_random_uuid(), network, now() from badge.share
            """);
    }

    @Test
    void a_rule_over_thousands_of_members_is_counted_at_once() {
        thousands();
        var among = Among.role(Role.LEAD);
        var rule = new BadgeRule.AllOf(List.of(
                new BadgeRule.Count(12, among, Window.months(24)),
                new BadgeRule.SpreadOverMonths(3, among, null),
                new BadgeRule.ConfirmedBy(3, among, null)));
        world.previews.of(world.given.network, new BadgeRule.Count(1, among, null), null);
        long start = System.nanoTime();
        var preview = new Previews(world.networks, world.evidences).of(world.given.network, rule, null);
        long read = System.nanoTime();
        var again = world.previews.of(world.given.network, rule, null);
        System.out.println("preview over " + MEMBERS + " members: " + (read - start) / 1_000_000 + " ms, and again "
                + (System.nanoTime() - read) / 1_000_000 + " ms");
        assertThat(again).isEqualTo(preview);
        assertThat(preview.met()).isEqualTo(MEMBERS / 20 * 8);
        assertThat(preview.near()).isEqualTo(MEMBERS / 20);
        assertThat(preview.members()).isEqualTo(MEMBERS / 20 * 19);
        world.given.earns(world.given.nadia, 60);
        world.settle();
        assertThat(world.previews.of(world.given.network, rule, null).members())
                .as("read again once something happened")
                .isEqualTo(MEMBERS / 20 * 19 + 1);
    }
}
