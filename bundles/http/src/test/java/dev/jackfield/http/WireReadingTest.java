package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Panel;
import dev.jackfield.http.WireReading.State;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a client's connections. */
class WireReadingTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final ScriptedConnector first = new ScriptedConnector(loop);
    private final HttpClient client =
            HttpClient.create(ClientOptions.defaults().withIdle(Duration.ofHours(1)), new ManualLoops(loop), panel);

    WireReadingTest() {
        panel.plug("one", 0, first);
    }

    @AfterEach
    void leavesNothing() {
        client.close();
        loop.settle();
        assertThat(wires()).isEmpty();
    }

    @Test
    void followsAConnectionThroughItsLife() throws IOException {
        assertThat(wires()).isEmpty();
        long generation = panel.connector("one").orElseThrow().generation();
        CompletableFuture<Response> future = send("http://b.test:81/");
        loop.advance(SECOND);
        assertThat(wires())
                .containsExactly(new WireReading(
                        HostPort.of("b.test", 81),
                        false,
                        "one",
                        List.of(generation),
                        State.CONNECTING,
                        SECOND,
                        SECOND,
                        0));
        first.call(0).connect();
        loop.advance(SECOND);
        assertThat(wires()).singleElement().satisfies(wire -> is(wire, State.BUSY, 2, 1, 1));

        first.call(0).answer(HELLO);
        loop.advance(SECOND);
        assertThat(future).isCompleted();
        assertThat(wires()).singleElement().satisfies(wire -> is(wire, State.IDLE, 3, 1, 1));

        send("http://b.test:81/");
        loop.advance(SECOND);
        assertThat(wires()).singleElement().satisfies(wire -> is(wire, State.BUSY, 4, 1, 2));

        panel.plug("one", 1, new ScriptedConnector(loop));
        loop.advance(SECOND);
        assertThat(wires()).singleElement().satisfies(wire -> is(wire, State.DRAINING, 5, 2, 2));
        assertThat(client.readings().draining()).isEqualTo(1);

        first.call(0).answer(HELLO);
        assertThat(wires()).isEmpty();
        assertThat(client.readings()).isEqualTo(Readings.ZERO);
    }

    @Test
    void areInOrderOfOriginsAndAge() {
        send("http://b.test/");
        loop.advance(SECOND);
        send("http://b.test/");
        send("http://a.test/");
        assertThat(wires())
                .extracting(WireReading::origin)
                .extracting(HostPort::host)
                .containsExactly("a.test", "b.test", "b.test");
        assertThat(wires()).extracting(WireReading::age).containsExactly(Duration.ZERO, SECOND, Duration.ZERO);
    }

    @Test
    void showNoPassword() {
        panel.plug("proxy", 0, new SpokenLayer(false));
        client.send(Request.get("http://a.test/").withRoute("one > proxy(me:secret@p.test:80)"));
        loop.run();
        assertThat(wires()).extracting(WireReading::route).containsExactly("one > proxy(me:***@p.test:80)");
    }

    private static void is(WireReading wire, State state, int age, int rest, int requests) {
        assertThat(wire.state()).isEqualTo(state);
        assertThat(wire.age()).hasSeconds(age);
        assertThat(wire.rest()).hasSeconds(rest);
        assertThat(wire.requests()).isEqualTo(requests);
    }

    private CompletableFuture<Response> send(String url) {
        CompletableFuture<Response> future = client.send(Request.get(url).withRoute("one"));
        loop.run();
        return future;
    }

    private List<WireReading> wires() {
        CompletableFuture<List<WireReading>> wires = client.wires();
        loop.run();
        return wires.join();
    }
}
