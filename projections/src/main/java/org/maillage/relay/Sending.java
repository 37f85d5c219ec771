package org.maillage.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.feed.StoredEvent;

/** Events on their way to the brokers, until all are acknowledged or one is not taken. */
final class Sending implements Callback {

    private final Copied to;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    /** Those not acknowledged; one more while they are being sent. */
    private final AtomicInteger pending = new AtomicInteger(1);

    /**
     * Sends events, in order.
     *
     * @param from how far the copy is
     * @param events that follow
     */
    Sending(Producer<byte[], byte[]> producer, String topic, Copied from, List<StoredEvent> events) {
        var sent = new ArrayList<>(from.sent());
        for (var event : events) {
            if (done.isDone()) {
                break;
            }
            int partition = Partitions.of(event.network(), sent.size());
            pending.incrementAndGet();
            // Its fate is told to onCompletion.
            var _ = producer.send(new CopiedEvent(event, sent.get(partition)).record(topic, partition), this);
            sent.set(partition, event.position());
        }
        to = new Copied(events.getLast().position(), sent);
        acknowledged();
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged();
        } else {
            done.completeExceptionally(failure);
        }
    }

    private void acknowledged() {
        if (pending.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    /**
     * Waits until all are acknowledged, at most so long; returns whether they are.
     *
     * @throws KafkaException where one is not taken: those after it may be, and all are to be sent again
     */
    boolean await(Duration atMost) throws InterruptedException {
        try {
            done.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }

    /** How far the copy is once all are acknowledged. */
    Copied to() {
        return to;
    }
}
