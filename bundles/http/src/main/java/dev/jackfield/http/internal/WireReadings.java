package dev.jackfield.http.internal;

import dev.jackfield.http.RequestLedger.Plugged;
import dev.jackfield.http.WireReading;
import dev.jackfield.http.WireReading.State;
import dev.jackfield.http.internal.ledger.Wiring;
import dev.jackfield.http.internal.url.Url.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Collects what a client's connections do. <i>Loop-confined</i> to one lane, of which it is. */
final class WireReadings {
    private static final Comparator<WireReading> ORDER = Comparator.comparing(
                    (WireReading wire) -> wire.origin().toString())
            .thenComparing(WireReading::secure)
            .thenComparing(WireReading::age, Comparator.reverseOrder());

    private final List<WireReading> wires = new ArrayList<>();
    private final long now;

    WireReadings(long now) {
        this.now = now;
    }

    /** Asks each lane in a turn of its own. */
    static CompletableFuture<List<WireReading>> of(List<Lane> lanes) {
        List<CompletableFuture<List<WireReading>>> parts =
                lanes.stream().map(WireReadings::of).toList();
        return CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> parts.stream()
                        .flatMap(part -> part.join().stream())
                        .sorted(ORDER)
                        .toList());
    }

    private static CompletableFuture<List<WireReading>> of(Lane lane) {
        CompletableFuture<List<WireReading>> part = new CompletableFuture<>();
        lane.execute(() -> {
            WireReadings readings = new WireReadings(lane.loop.nanoTime());
            lane.read(readings);
            part.complete(readings.wires);
        });
        return part;
    }

    /** One that is being made. */
    void connecting(Origin origin, Wiring wiring) {
        add(origin, wiring, State.CONNECTING, wiring.begin(), 0);
    }

    /** One that there is. */
    void add(Origin origin, Tenure tenure, State state) {
        add(origin, tenure.wiring(), state, tenure.since(), tenure.requests());
    }

    private void add(Origin origin, Wiring wiring, State state, long since, long requests) {
        wires.add(new WireReading(
                origin.hostPort(),
                origin.secure(),
                wiring.route().toString(),
                wiring.plugs().stream().map(Plugged::generation).toList(),
                state,
                Duration.ofNanos(now - wiring.begin()),
                Duration.ofNanos(now - since),
                requests));
    }
}
