package org.maillage.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Watermark watermark = new Watermark();

    @Test
    void who_waits_for_a_position_goes_on_once_it_is_reached() throws Exception {
        assertThat(waitingFor(7, () -> {
                    watermark.reach(6);
                    watermark.reach(7);
                }))
                .isTrue();
    }

    @Test
    void who_waits_goes_on_where_there_is_no_further() throws Exception {
        assertThat(waitingFor(7, () -> watermark.stop(null))).isFalse();
        assertThat(watermark.stopped()).contains("stopped");
        assertThat(watermark.await(7, LONG))
                .as("nor does anybody wait afterwards")
                .isFalse();
    }

    @Test
    void who_waits_or_pauses_goes_on_where_it_is_closed() throws Exception {
        assertThat(waitingFor(7, watermark::close)).isFalse();
        watermark.pause(LONG);
        assertThat(watermark.stopped()).isEmpty();
    }

    @Test
    void it_goes_back_only_where_that_is_meant() {
        watermark.reachAtLeast(9);
        watermark.reachAtLeast(4);
        assertThat(watermark.position()).isEqualTo(9);
        watermark.reach(4);
        assertThat(watermark.position()).isEqualTo(4);
        assertThat(watermark.await(5, Duration.ZERO)).isFalse();
    }

    private boolean waitingFor(long position, Runnable meanwhile) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> waiting = threads.submit(() -> watermark.await(position, LONG));
            meanwhile.run();
            return waiting.get(60, TimeUnit.SECONDS);
        }
    }
}
