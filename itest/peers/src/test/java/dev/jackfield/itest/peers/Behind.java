package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A client behind proxies, on a machine that knows no names; and a look at whether anything is left behind. */
abstract class Behind {
    final LiteralResolver resolver = new LiteralResolver();
    final Panel panel = Panel.open();
    private final Loops loops = Loops.create(1);
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, panel);

    Behind() {
        panel.plug("plain", 1, PlainConnector.over(resolver));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        client.close();
        new BackAtZero(() -> Map.of(
                        "connections", client.readings().connections(),
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
        assertThat(resolver.names).as("names looked up here").isEmpty();
    }

    final Response get(String url, String route) throws Exception {
        return get(Request.get(url).withRoute(route));
    }

    final Response get(Request request) throws Exception {
        return client.send(request).get(20, TimeUnit.SECONDS);
    }

    final Response get(String url, Connector connector) throws Exception {
        return get(Request.get(url).withConnector(connector));
    }

    final CompletableFuture<Response> send(String url, Connector connector) {
        return client.send(Request.get(url).withConnector(connector));
    }

    /** The failure at a hop, as the client tells of it. */
    final HopFailure failure(String url, String route) throws Exception {
        return (HopFailure) failure(Request.get(url).withRoute(route)).getCause();
    }

    final HttpFailure failure(String url, Connector connector) throws Exception {
        return failure(Request.get(url).withConnector(connector));
    }

    final HttpFailure failure(Request request) throws Exception {
        try {
            throw new AssertionError("Expected a failure, got " + get(request).status());
        } catch (ExecutionException e) {
            HttpFailure failure = (HttpFailure) e.getCause();
            assertThat(failure.code()).isEqualTo(595);
            return failure;
        }
    }

    static String local(int port) {
        return HostPort.of("127.0.0.1", port).toString();
    }
}
