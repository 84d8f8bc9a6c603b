package dev.jackfield.itest.parity.families.responses;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.internal.tunnel.ConnectService;
import dev.jackfield.itest.parity.families.exchange.TurnedLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The answer to CONNECT, which is no request of the client's but a layer's. */
final class Opened {
    private static final HostPort ORIGIN = HostPort.of("origin.test", 443);

    private Opened() {}

    static Seen tunnel(RawCase raw) throws IOException {
        TurnedLoop loop = new TurnedLoop();
        PipeWire.Pair wires = PipeWire.pair(loop);
        CompletableFuture<Wire> opened = new CompletableFuture<>();
        loop.execute(() -> new ConnectService()
                .configured(Link.parse("connect(proxy.test:8080)"))
                .over(wires.near(), ORIGIN, Dial.on(loop))
                .whenComplete((wire, failure) -> {
                    if (failure == null) {
                        opened.complete(wire);
                    } else {
                        opened.completeExceptionally(failure);
                    }
                }));
        loop.until(() -> true, Duration.ZERO);
        wires.far().write(new ByteBuffer[] {ByteBuffer.wrap(raw.input())}, 0, 1);
        loop.until(() -> true, Duration.ZERO);
        if (raw.eof()) {
            wires.far().shutdownOutput();
        }
        loop.until(opened::isDone, Duration.ofSeconds(1));
        try {
            opened.join().close();
            return new Seen("upgrade", "", List.of(), raw.input().length);
        } catch (CompletionException e) {
            return new Seen("error", e.getCause().getMessage(), List.of(), raw.input().length);
        }
    }
}
