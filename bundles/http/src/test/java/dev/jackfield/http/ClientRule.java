package dev.jackfield.http;

import dev.jackfield.connector.Panel;
import dev.jackfield.loop.Load;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A client for each test, and the proof that nothing was left behind: no exchange right after the test, and neither
 * socket nor timer once the client is closed.
 */
final class ClientRule implements BeforeEachCallback, AfterEachCallback {
    private final ClientOptions options;
    private Loops loops;
    private Panel panel;
    private HttpClient client;

    ClientRule(ClientOptions options) {
        this.options = options;
    }

    HttpClient client() {
        return client;
    }

    Loops loops() {
        return loops;
    }

    Panel panel() {
        return panel;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        loops = Loops.create(2);
        panel = Panel.open();
        client = HttpClient.create(options, loops, panel);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            new BackAtZero(this::underWay).check();
            client.close();
            new BackAtZero(this::everything).check();
        } finally {
            client.close();
            loops.close();
        }
    }

    /** Waits until the client holds on to exactly this: what was handed over to a loop takes a moment to arrive. */
    void awaitReadings(Readings expected) {
        new BackAtZero(() -> client.readings().equals(expected)
                        ? Map.of()
                        : Map.of("not " + expected + " but " + client.readings(), 1))
                .check();
    }

    /** The failure of a future that has to fail. */
    static HttpFailure failure(CompletableFuture<Response> future) {
        try {
            Response response = future.get(10, TimeUnit.SECONDS);
            throw new AssertionError("Expected a failure, got " + response);
        } catch (ExecutionException | CompletionException e) {
            return (HttpFailure) e.getCause();
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("Expected a failure, got nothing within ten seconds", e);
        }
    }

    private Map<String, Integer> underWay() {
        Readings readings = client.readings();
        return Map.of(
                "queued", readings.queued(),
                "active", readings.active(),
                "finishing", readings.finishing());
    }

    private Map<String, Integer> everything() {
        Readings readings = client.readings();
        Load load = loops.load();
        return Map.of(
                "queued", readings.queued(),
                "active", readings.active(),
                "finishing", readings.finishing(),
                "connections", readings.connections(),
                "idle", readings.idle(),
                "channels", load.channels(),
                "timers", load.timers());
    }
}
