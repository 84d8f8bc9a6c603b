package dev.jackfield.http.internal.tunnel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.ProxyRefused;
import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layer over a wire in memory, with a proxy that says what it is told to say. */
class TunnellingTest {
    private static final String OPEN = "HTTP/1.1 200 OK\r\nA: b\r\n\r\n";
    private static final HostPort TARGET = HostPort.of("origin.test", 443);

    private final ManualLoop loop = new ManualLoop();
    private final PipeWire.Pair pair = PipeWire.pair(loop);
    private final Layer layer = new ConnectService();

    @Test
    void handsOnTheVeryWire() throws Exception {
        CompletableFuture<Wire> stage = over(pair, layer, TARGET, Dial.on(loop));
        assertThat(said(pair)).isEqualTo("CONNECT origin.test:443 HTTP/1.1\r\nHost: origin.test:443\r\n\r\n");
        say(pair, OPEN);
        assertThat(stage.get()).isSameAs(pair.near());
    }

    @Test
    void whereTheServerMayBeginNothingOfWhatItSaysIsLost() throws Exception {
        for (List<String> protocols : List.of(List.<String>of(), List.of("imap"), List.of("http/1.1", "unheard-of"))) {
            PipeWire.Pair fresh = PipeWire.pair(loop);
            CompletableFuture<Wire> stage =
                    over(fresh, layer, TARGET, Dial.on(loop).speaking(protocols));
            say(fresh, OPEN + "220 ready");
            assertThat(read(stage.get())).isEqualTo("220 ready");
        }
    }

    @Test
    void whereTheClientBeginsWhatCameEarlierIsAnError() {
        for (List<String> protocols : List.of(List.of("http/1.1"), List.of("h2", "http/1.1"))) {
            PipeWire.Pair fresh = PipeWire.pair(loop);
            CompletableFuture<Wire> stage =
                    over(fresh, layer, TARGET, Dial.on(loop).speaking(protocols));
            say(fresh, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(failure(stage))
                    .hasMessage("Expected nothing behind the proxy's answer before something was sent, got \"hello\"");
            assertThat(fresh.near().isOpen()).isFalse();
        }
    }

    @Test
    void whereTheClientBeginsNothingElseChanges() throws Exception {
        Dial dial = Dial.on(loop).speaking(List.of("http/1.1"));
        CompletableFuture<Wire> stage = over(pair, layer, TARGET, dial);
        say(pair, OPEN);
        say(pair, "x");
        assertThat(read(stage.get())).isEqualTo("x");

        PipeWire.Pair closing = PipeWire.pair(loop);
        CompletableFuture<Wire> closed = over(closing, layer, TARGET, dial);
        write(closing, OPEN);
        closing.far().close();
        loop.settle();
        assertThat(failure(closed)).hasMessageContaining("got the end of the connection");
    }

    @Test
    void aRefusalHasTheProxysHead() {
        CompletableFuture<Wire> stage = over(pair, layer, TARGET, Dial.on(loop));
        say(pair, "HTTP/1.1 403 Forbidden\r\nX-Why: because\r\n\r\n");
        ProxyRefused refused = (ProxyRefused) failure(stage);
        assertThat(refused.head().status()).isEqualTo(403);
        assertThat(refused.head().reason()).isEqualTo("Forbidden");
        assertThat(refused.head().headers().first("x-why")).contains("because");
        assertThat(pair.near().isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix/:/run/origin.sock", "origin.test:0", "a..test:80"})
    void whatAProxyCannotReachIsNotAskedFor(String target) {
        CompletableFuture<Wire> stage = over(pair, layer, HostPort.parse(target), Dial.on(loop));
        assertThat(failure(stage)).isInstanceOf(IOException.class).hasMessageContaining("Expected");
        assertThat(pair.near().isOpen()).isFalse();
        assertThat(said(pair)).isEmpty();
    }

    @Test
    void aConnectionThatEndsAnywhereFails() {
        for (int at = 0; at < OPEN.length(); at++) {
            PipeWire.Pair fresh = PipeWire.pair(loop);
            CompletableFuture<Wire> stage = over(fresh, layer, TARGET, Dial.on(loop));
            write(fresh, OPEN.substring(0, at));
            fresh.far().close();
            loop.settle();
            assertThat(failure(stage)).hasMessageContaining("got the end of the connection");
            assertThat(fresh.near().isOpen()).isFalse();
        }
    }

    @Test
    void readsAndWritesMayBeCutAnywhere() throws Exception {
        for (int at = 1; at < OPEN.length(); at++) {
            PipeWire.Pair cut = PipeWire.pair(loop, Chunks.at(at), Chunks.at(at), PipeWire.CAPACITY);
            CompletableFuture<Wire> stage = over(cut, layer, TARGET, Dial.on(loop));
            say(cut, OPEN);
            assertThat(stage.get()).isSameAs(cut.near());
        }
    }

    @Test
    void anEndlessHeadGivesOthersATurnAndHasAnEnd() {
        CompletableFuture<Wire> stage = over(pair, layer, TARGET, Dial.on(loop));
        write(pair, "HTTP/1.1 200 OK\r\nA: " + "x".repeat(60_000));
        boolean[] stillReading = new boolean[1];
        loop.execute(() -> loop.execute(() -> stillReading[0] = pair.near().awaitsReadable() && !stage.isDone()));
        loop.settle();
        assertThat(stillReading[0]).isTrue();
        say(pair, "x".repeat(6_000));
        assertThat(failure(stage)).hasMessageContaining("at most 65536 octets");
        assertThat(pair.near().isOpen()).isFalse();
    }

    @Test
    void aSilentProxyIsGivenUpByTheRoute() throws Exception {
        Panel panel = Panel.open();
        panel.plug("plain", 1, (target, attempt) -> {
            CompletableFuture<Wire> wire = new CompletableFuture<>();
            attempt.loop().execute(() -> wire.complete(pair.near()));
            return wire;
        });
        Patch patch = Patch.of(Route.parse("plain > connect(joe:secret@proxy.test:80)"), TARGET, panel);
        CompletableFuture<Wire> stage = new CompletableFuture<>();
        Dial dial = Dial.on(loop, Duration.ofSeconds(3));
        loop.execute(
                () -> patch.connect(TARGET, dial).whenComplete((wire, error) -> stage.completeExceptionally(error)));
        loop.settle();
        say(pair, "HTTP/1.1 200 O");
        assertThat(stage).isNotDone();
        loop.advance(Duration.ofSeconds(3));
        HopFailure failure = (HopFailure) failure(stage);
        assertThat(failure.hop().number()).isEqualTo(2);
        assertThat(failure)
                .hasMessageStartingWith("hop 2 of 2, connect(joe:***@proxy.test:80) to origin.test:443: ")
                .hasCauseInstanceOf(SocketTimeoutException.class);
        assertThat(pair.near().isOpen()).isFalse();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void theLinkSaysWhomToBe() throws Exception {
        Layer joe = layer.configured(Link.parse("connect(joe:secret@proxy.test:80)"));
        over(pair, joe, TARGET, Dial.on(loop));
        assertThat(said(pair)).contains("\r\nProxy-Authorization: Basic am9lOnNlY3JldA==\r\n");

        PipeWire.Pair digesting = PipeWire.pair(loop);
        Layer careful = new ConnectDigestService().configured(Link.parse("connect-digest(joe:secret@proxy.test:80)"));
        over(digesting, careful, TARGET, Dial.on(loop));
        assertThat(said(digesting)).doesNotContain("Authorization");
    }

    @Test
    void whatStandsInTheBracketsIsChecked() {
        assertThatThrownBy(() -> layer.configured(Link.parse("connect(high)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got connect(high)");
        assertThatThrownBy(() -> layer.configured(Link.parse("connect(j%3Aoe:secret@proxy.test:80)")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a colon")
                .hasMessageNotContaining("secret");
    }

    @Test
    void bothAreOnAPanel() {
        Panel panel = Panel.open();
        assertThat(panel.layer("connect").orElseThrow().plugged()).isInstanceOf(ConnectService.class);
        assertThat(panel.layer("connect-digest").orElseThrow().plugged()).isInstanceOf(ConnectDigestService.class);
    }

    private CompletableFuture<Wire> over(PipeWire.Pair wires, Layer by, HostPort target, Dial dial) {
        CompletableFuture<Wire> outcome = new CompletableFuture<>();
        loop.execute(() -> by.over(wires.near(), target, dial).whenComplete((wire, error) -> {
            if (error == null) {
                outcome.complete(wire);
            } else {
                outcome.completeExceptionally(error);
            }
        }));
        loop.settle();
        return outcome;
    }

    /** Lets the proxy write, and everybody else react. */
    private void say(PipeWire.Pair wires, String text) {
        write(wires, text);
        loop.settle();
    }

    private static void write(PipeWire.Pair wires, String text) {
        ByteBuffer octets = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
        try {
            while (octets.hasRemaining()) {
                wires.far().write(new ByteBuffer[] {octets}, 0, 1);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String said(PipeWire.Pair wires) {
        return read(wires.far());
    }

    private String read(Wire wire) {
        ByteBuffer octets = ByteBuffer.allocate(4096);
        loop.execute(() -> {
            try {
                while (wire.read(octets) > 0) {
                    // until nothing is left
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        loop.run();
        return ISO_8859_1.decode(octets.flip()).toString();
    }

    private static Throwable failure(CompletableFuture<Wire> stage) {
        assertThat(stage).isDone();
        return catchThrowableOfType(ExecutionException.class, stage::get).getCause();
    }
}
