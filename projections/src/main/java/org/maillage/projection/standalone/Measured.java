package org.maillage.projection.standalone;

import static org.maillage.projection.standalone.HealthServer.name;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.Parked;
import org.maillage.projection.Progress;
import org.maillage.projection.standalone.FollowerStatus.State;

/**
 * How the process is, at a moment.
 *
 * @param position up to which the views hold every event, as this process knows
 * @param copied up to which the topic holds every event
 * @param applied events that came since the start
 * @param missed events that did not come and were taken from the journal, since the start
 * @param rebuilding the running rebuild of this process or its last one; null for none
 */
record Measured(
        FollowerStatus status,
        long position,
        long copied,
        long applied,
        long missed,
        List<Parked> parked,
        @Nullable Progress rebuilding) {

    /** Whether it follows; networks whose events wait do not keep the others from it. */
    boolean isWell() {
        return status.state() == State.FOLLOWING;
    }

    private long lag() {
        return Math.max(0, copied - position);
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("state", name(status.state()));
        if (status.why() != null) {
            json.put("why", status.why());
        }
        json.put("partitions", status.partitions().stream().sorted().toList());
        json.put("position", position);
        json.put("lag", lag());
        json.put("parked", parked.stream().map(Measured::toJson).toList());
        if (rebuilding != null) {
            json.put("rebuild", toJson(rebuilding));
        }
        return json;
    }

    private static Map<String, Object> toJson(Parked parked) {
        return Map.of(
                "network",
                        parked.network() == null
                                ? "installation"
                                : parked.network().toString(),
                "position", parked.position(),
                "event", parked.event(),
                "cause", parked.cause(),
                "waiting", parked.waiting());
    }

    private static Map<String, Object> toJson(Progress progress) {
        var json = new LinkedHashMap<String, Object>();
        json.put("stage", name(progress.stage()));
        json.put("done", progress.done());
        json.put("total", progress.total());
        if (progress.failure() != null) {
            json.put("failure", progress.failure());
        }
        return json;
    }

    /** As Prometheus reads it. */
    String toText() {
        var figures = new LinkedHashMap<String, Long>();
        figures.put("maillage_views_following gauge", isWell() ? 1L : 0L);
        figures.put(
                "maillage_views_partitions gauge", (long) status.partitions().size());
        figures.put("maillage_views_position gauge", position);
        figures.put("maillage_views_lag gauge", lag());
        figures.put("maillage_views_parked_networks gauge", (long) parked.size());
        figures.put("maillage_views_events_total counter", applied);
        figures.put("maillage_views_missed_events_total counter", missed);
        return figures.entrySet().stream()
                .map(figure -> "# TYPE " + figure.getKey() + "\n"
                        + figure.getKey().substring(0, figure.getKey().indexOf(' ')) + " " + figure.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
