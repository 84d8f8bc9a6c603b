package dev.jackfield.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.ManualLoops;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a server says behind a complete answer, before the selector could see it, while the next request is being sent. */
class UncheckedTest {
    private static final String FIRST = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst";
    private static final String JUNK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    private static final String NEXT = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";

    private final ManualLoop loop = new ManualLoop();
    private final List<PipeWire.Pair> pairs = new ArrayList<>();
    private final Connector connector = (target, attempt) -> {
        pairs.add(PipeWire.pair(loop));
        return CompletableFuture.completedFuture(pairs.get(pairs.size() - 1).near());
    };

    @Test
    void isFoundIfEachConnectionIsLookedAt() throws Exception {
        try (HttpClient client = client(Duration.ZERO)) {
            CompletableFuture<Response> second = twice(client);
            assertThat(pairs).hasSize(2);
            assertThat(said(0)).as("not a second request").isEmpty();
            say(1, NEXT);
            loop.settle();
            assertThat(second.join().text()).isEqualTo("good");
        }
    }

    @Test
    void isTakenForTheAnswerByWhoDoesNotLook() throws Exception {
        try (HttpClient client = client(Duration.ofDays(36_500))) {
            assertThat(twice(client).join().text()).isEqualTo("evil");
            assertThat(pairs).hasSize(1);
        }
    }

    @Test
    void aTimeBelowZeroIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pooling.defaults().withUnchecked(Duration.ofMillis(-1)))
                .withMessage("unchecked: expected zero or more, got -1 ms");
    }

    /** The second request is sent in the very turn in which the answer to the first one has come, and the junk too. */
    private CompletableFuture<Response> twice(HttpClient client) throws IOException {
        Request request = Request.get("http://a.test/").withConnector(connector);
        CompletableFuture<Response> second = client.send(request).thenCompose(first -> {
            assertThat(first.text()).isEqualTo("first");
            say(0, JUNK);
            return client.send(request);
        });
        loop.settle();
        assertThat(said(0)).startsWith("GET / HTTP/1.1\r\n");
        say(0, FIRST);
        loop.settle();
        return second;
    }

    private HttpClient client(Duration unchecked) {
        return HttpClient.create(
                ClientOptions.defaults().withPooling(Pooling.defaults().withUnchecked(unchecked)),
                new ManualLoops(loop),
                Panel.open());
    }

    private void say(int connection, String text) {
        try {
            pairs.get(connection).far().write(new ByteBuffer[] {ByteBuffer.wrap(text.getBytes(ISO_8859_1))}, 0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said(int connection) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(10_000);
        int count = pairs.get(connection).far().read(in);
        return count <= 0 ? "" : new String(in.array(), 0, count, ISO_8859_1);
    }
}
