package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.jackfield.connector.Panel;
import dev.jackfield.loop.Loops;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever gives null is told what was expected, at once. */
class NullsTest {
    private static final Request REQUEST = Request.get("http://a.test/");

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @Test
    void whoMakesAClient() {
        refuses("options", () -> HttpClient.create(null));
        try (Loops loops = Loops.create(1)) {
            Panel panel = rule.panel();
            refuses("options", () -> HttpClient.create(null, loops, panel));
            refuses("loops", () -> HttpClient.create(ClientOptions.defaults(), null, panel));
            refuses("a panel", () -> HttpClient.create(ClientOptions.defaults(), loops, null));
        }
    }

    @Test
    void whoMakesARequest() {
        refuses("a URL", () -> Request.get(null));
        refuses("a method", () -> Request.of(null, "http://a.test/"));
        refuses("a body", () -> REQUEST.withBody((RequestBody) null));
        refuses("a connector", () -> REQUEST.withConnector(null));
        refuses("routes", () -> REQUEST.withRoutes(null));
        refuses("a link", () -> REQUEST.withTls(null));
        refuses("the text of a route", () -> REQUEST.withRoute((String) null));
    }

    @Test
    void whoSendsOne() {
        HttpClient client = rule.client();
        Completion completion = new Completion() {
            @Override
            public void completed(Response response) {}

            @Override
            public void failed(HttpFailure failure) {}
        };
        refuses("a request", () -> client.send(null));
        refuses("a request", () -> client.send(null, part -> true));
        refuses("a sink", () -> client.send(REQUEST, (BodySink) null));
        refuses("a request", () -> client.send((Request) null, completion));
        refuses("a completion", () -> client.send(REQUEST, (Completion) null));
        refuses("a sink", () -> client.send(REQUEST, null, completion));
        refuses("a completion", () -> client.send(REQUEST, part -> true, null));
        refuses("a request", () -> client.stream(null));
        refuses("a request", () -> client.open(null));
        refuses("a download", () -> client.download(null));
        refuses("a URL", () -> client.get(null));
        refuses("a URL", () -> client.head(null));
        refuses("a URL", () -> client.post(null, new byte[0]));
    }

    private static void refuses(String expected, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage("Expected " + expected + ", got null");
    }
}
