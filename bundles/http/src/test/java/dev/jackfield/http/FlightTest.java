package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.http.internal.jfr.Flight;
import dev.jackfield.loop.Guard;
import dev.jackfield.testkit.LoopbackPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the Flight Recorder is told. */
class FlightTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String REQUEST = "dev.jackfield.Request";
    private static final String CONNECT = "dev.jackfield.Connect";
    private static final String SWAP = "dev.jackfield.Swap";

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    @TempDir
    Path directory;

    /** What a test does while it is recorded. */
    private interface Script {
        void run() throws Exception;
    }

    @Test
    void aRequestThatHasAResponse() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            List<RecordedEvent> events = recorded(REQUEST, () -> {
                send(server.url() + "a?secret=b");
                send(server.url());
            });
            assertThat(events).hasSize(2);
            RecordedEvent first = events.get(0);
            assertThat(first.getString("method")).isEqualTo("GET");
            assertThat(first.getString("url")).isEqualTo(server.url() + "a");
            assertThat(first.getLong("status")).isEqualTo(200);
            assertThat(first.getLong("code")).isZero();
            assertThat(first.getString("outcome")).isEqualTo("HTTP/1.1 200 OK");
            assertThat(first.getString("route")).isEqualTo("plain");
            assertThat(first.getBoolean("reused")).isFalse();
            assertThat(first.getLong("steps")).isEqualTo(1);
            assertThat(first.getDuration("took")).isBetween(Duration.ofNanos(1), Duration.ofSeconds(5));
            assertThat(Duration.between(first.getInstant("begin"), first.getStartTime()))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(events.get(1).getBoolean("reused")).isTrue();
        }
    }

    @Test
    void aRequestThatFailsOrIsCancelled() throws Exception {
        int port = LoopbackPeer.refusing().port();
        try (RawServer silent = new RawServer(peer -> peer.awaitEnd())) {
            List<RecordedEvent> events = recorded(REQUEST, () -> {
                ClientRule.failure(rule.client().get("http://127.0.0.1:" + port + "/"));
                CompletableFuture<Response> future = rule.client().get(silent.url());
                rule.awaitReadings(new Readings(0, 1, 1, 0));
                future.cancel(true);
                rule.awaitReadings(Readings.ZERO);
            });
            assertThat(events).hasSize(2);
            assertThat(events.get(0).getLong("code")).isEqualTo(595);
            assertThat(events.get(0).getString("phase")).isEqualTo("CONNECT");
            assertThat(events.get(0).getString("outcome")).contains("Connection refused");
            assertThat(events.get(0).getLong("head")).isEqualTo(Long.MIN_VALUE);
            assertThat(events.get(0).toString())
                    .containsPattern("sending = N/A")
                    .doesNotContain(" = -");
            assertThat(events.get(1).getString("outcome")).isEqualTo("cancelled");
            assertThat(events.get(1).getDuration("took")).isBetween(Duration.ofNanos(1), Duration.ofSeconds(5));
            assertThat(events.get(1).toString()).containsPattern("head = N/A").doesNotContain(" = -");
        }
    }

    @Test
    void noQueryOfAnyUrl() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n" + "Location: http://a b/?secret=b\r\n\r\n")) {
            List<RecordedEvent> events =
                    recorded(REQUEST, () -> ClientRule.failure(rule.client().get(server.url() + "?secret=a")));
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.getLong("code")).isEqualTo(599);
                assertThat(event.toString()).doesNotContain("secret");
            });
        }
    }

    @Test
    void aConnection() throws Exception {
        int port = LoopbackPeer.refusing().port();
        try (RawServer server = RawServer.answering(HELLO)) {
            List<RecordedEvent> events = recorded(CONNECT, () -> {
                send(server.url());
                send(server.url());
                ClientRule.failure(rule.client().get("http://127.0.0.1:" + port + "/"));
            });
            assertThat(events).hasSize(2);
            assertThat(events.get(0).getString("target")).isEqualTo("http://127.0.0.1:" + server.port());
            assertThat(events.get(0).getString("route")).isEqualTo("plain");
            assertThat(events.get(0).getString("outcome")).isEmpty();
            assertThat(events.get(0).getString("address")).contains(":" + server.port());
            assertThat(events.get(0).getDuration("took")).isBetween(Duration.ZERO, Duration.ofSeconds(5));
            assertThat(events.get(1).getString("outcome")).contains("Connection refused");
        }
    }

    @Test
    void leavesNothingBehindOnceItHasEndedWhateverIsStillUnderWay() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            List<RecordedEvent> events = recorded(REQUEST, () -> {
                send(server.url());
                Flight.end();
                assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
                        .noneMatch(type -> type.getName().startsWith("dev.jackfield"));
                send(server.url());
                assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
                        .noneMatch(type -> type.getName().startsWith("dev.jackfield"));
                Flight.begin();
                send(server.url());
            });
            assertThat(events).hasSize(2);
            assertThat(FlightRecorder.getFlightRecorder().getEventTypes().stream()
                            .filter(type -> type.getName().equals(REQUEST)))
                    .hasSize(1);
        }
    }

    @Test
    void aSwapOnceForAllClientsOfAPanel() throws Exception {
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        try (HttpClient another = HttpClient.create(ClientOptions.defaults(), rule.loops(), rule.panel())) {
            List<RecordedEvent> events = recorded(SWAP, () -> {
                Guard plug = rule.panel().plug("plain", 1, plain);
                rule.panel().plug("plain", 0, plain).close();
                plug.close();
                rule.panel().plug("other", 0, plain).close();
            });
            assertThat(another.readings()).isEqualTo(Readings.ZERO);
            assertThat(events)
                    .extracting(event -> event.getString("name"))
                    .containsExactly("plain", "plain", "other", "other");
            assertThat(events).extracting(event -> event.getString("kind")).containsOnly("connector");
            List<Long> generations =
                    events.stream().map(event -> event.getLong("generation")).toList();
            assertThat(generations.get(0)).isGreaterThan(generations.get(1));
            assertThat(generations.get(3)).isZero();
            assertThat(events.get(0).getString("owner")).contains("PlainService");
        }
    }

    @Test
    void nothingUnlessItIsAskedFor() throws Exception {
        try (RawServer server = RawServer.answering(HELLO)) {
            assertThat(recorded("jdk.GarbageCollection", () -> send(server.url())))
                    .noneMatch(event -> event.getEventType().getName().startsWith("dev.jackfield"));
        }
    }

    private List<RecordedEvent> recorded(String name, Script script) throws Exception {
        Path file = directory.resolve(name);
        try (Recording recording = new Recording()) {
            recording.enable(name);
            recording.start();
            script.run();
            recording.stop();
            recording.dump(file);
        }
        return events(file);
    }

    private static List<RecordedEvent> events(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
                .toList();
    }

    private void send(String url) throws Exception {
        rule.client().get(url).get(5, TimeUnit.SECONDS);
    }
}
