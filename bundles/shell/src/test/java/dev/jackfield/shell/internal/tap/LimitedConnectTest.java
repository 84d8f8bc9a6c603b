package dev.jackfield.shell.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LimitedConnectTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ManualLoop loop = new ManualLoop();
    private final Dial dial = Dial.on(loop, Duration.ofDays(1));
    private final CompletableFuture<Wire> below = new CompletableFuture<>();
    private Attempt seen = dial;
    private final Connector connector = (target, attempt) -> {
        seen = attempt;
        return below;
    };
    private final CompletableFuture<Wire> result = LimitedConnect.to(HostPort.parse("127.0.0.1:80"), dial, LIMIT)
            .by(connector)
            .toCompletableFuture();

    @Test
    void handsTheWireOn() {
        PipeWire wire = PipeWire.pair(loop).near();
        below.complete(wire);
        assertThat(result).isCompletedWithValue(wire);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void handsTheFailureOn() {
        below.completeExceptionally(new IOException("no"));
        assertThat(result).isCompletedExceptionally();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void tellsTheConnectorItsLimitForEachAddress() throws IOException {
        try (SocketChannel socket = SocketChannel.open()) {
            assertThat(seen.prepare(socket)).isEqualTo(LIMIT);
        }
    }

    @Test
    void givesUpOnAConnectorThatDoesNot() {
        loop.advance(LIMIT);
        assertThat(result).isNotDone();
        loop.advance(Duration.ofSeconds(2));
        assertThat(result)
                .isCompletedExceptionally()
                .satisfies(failed -> assertThat(
                                failed.handle((wire, error) -> error).join())
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessage("Expected a connection to 127.0.0.1:80 within 5 s, got none"));
        assertThat(seen.cancelled()).isTrue();
    }

    @Test
    void closesAWireThatComesTooLate() {
        loop.advance(Duration.ofSeconds(7));
        PipeWire late = PipeWire.pair(loop).near();
        below.complete(late);
        assertThat(late.isOpen()).isFalse();
    }

    @Test
    void passesTheCancellingOn() {
        dial.cancel();
        loop.run();
        assertThat(seen.cancelled()).isTrue();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void givesUpOnAHandshakeWithoutGraceAndLetsGoOfTheWire() {
        PipeWire wire = PipeWire.pair(loop).near();
        CompletableFuture<Wire> handshake = over(wire, (lower, target, attempt) -> below);
        loop.advance(LIMIT.minusMillis(1));
        assertThat(handshake).isNotDone();
        loop.advance(Duration.ofMillis(1));
        assertThat(handshake.handle((done, error) -> error).join())
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("Expected the end of a handshake on the way to 127.0.0.1:80 within 5 s, got none");
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void letsALayerHaveItsWay() {
        PipeWire wire = PipeWire.pair(loop).near();
        CompletableFuture<Wire> handshake = over(wire, (lower, target, attempt) -> {
            assertThat(attempt.limit()).isEqualTo(LIMIT);
            return below;
        });
        below.complete(wire);
        assertThat(handshake).isCompletedWithValue(wire);
        loop.advance(LIMIT.multipliedBy(2));
        assertThat(wire.isOpen()).isTrue();
        assertThat(loop.timers()).isZero();
    }

    private CompletableFuture<Wire> over(PipeWire wire, Layer layer) {
        return LimitedConnect.to(HostPort.parse("127.0.0.1:80"), Dial.on(loop), LIMIT)
                .by(layer, wire)
                .toCompletableFuture();
    }
}
