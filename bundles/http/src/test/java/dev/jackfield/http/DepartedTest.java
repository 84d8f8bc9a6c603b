package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Nobody holds on to what is not plugged in any more, and so to the bundle that it came from. */
class DepartedTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final ManualLoop loop = new ManualLoop();
    private final Panel panel = Panel.open();
    private final ScriptedConnector wires = new ScriptedConnector(loop);

    private record Departing(Connector by) implements Connector {
        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            return by.connect(target, attempt);
        }
    }

    @Test
    void evenWhileTheOriginIsInUseByOthers() throws Exception {
        panel.plug("stays", 0, wires);
        try (HttpClient client = HttpClient.create(ClientOptions.defaults(), new ManualLoops(loop), panel)) {
            CompletableFuture<Response> slow =
                    client.send(Request.get("http://a.test/slow").withRoute("stays"));
            loop.run();
            wires.call(0).connect();

            WeakReference<Connector> departed = comesAndGoes(client);
            for (int i = 0; i < 50 && departed.get() != null; i++) {
                System.gc();
            }
            assertThat(departed.get()).isNull();
            assertThat(slow).isNotDone();
        } finally {
            loop.settle();
        }
    }

    private WeakReference<Connector> comesAndGoes(HttpClient client) throws IOException {
        ScriptedConnector its = new ScriptedConnector(loop);
        Connector departing = new Departing(its);
        Guard guard = panel.plug("goes", 0, departing);
        CompletableFuture<Response> quick =
                client.send(Request.get("http://a.test/quick").withRoute("goes"));
        loop.run();
        its.call(0).connect();
        its.call(0).answer(HELLO);
        assertThat(quick.join().text()).isEqualTo("hello");
        guard.close();
        loop.run();
        return new WeakReference<>(departing);
    }
}
