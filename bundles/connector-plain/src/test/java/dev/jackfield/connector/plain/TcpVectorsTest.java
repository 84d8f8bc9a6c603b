package dev.jackfield.connector.plain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.testkit.BlackHole;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden vectors in tcp.jsonl, in a race and one after another; the README in itest/parity/vectors explains the fields. */
class TcpVectorsTest extends Connects {
    private final List<Peer> peers = new ArrayList<>();
    private final List<HostPort> targets = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> prepared = new CopyOnWriteArrayList<>();

    static Stream<Arguments> vectors() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(TcpVectorsTest.class.getResourceAsStream("/vectors/tcp.jsonl"), US_ASCII))) {
            List<JsonObject> vectors = lines.lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .filter(vector -> vector.get("fn").getAsString().equals("tcp_connect"))
                    .toList();
            assertThat(vectors).hasSize(18);
            return vectors.stream()
                    .flatMap(vector -> Stream.of(true, false)
                            .map(serial -> Arguments.of(vector.get("name").getAsString(), serial, vector)));
        }
    }

    @AfterEach
    void stop() {
        peers.forEach(Peer::close);
    }

    @ParameterizedTest(name = "{0}, serial: {1}")
    @MethodSource("vectors")
    void behavesAsItShould(String name, boolean serial, JsonObject vector) throws Exception {
        JsonObject in = vector.getAsJsonArray("in").get(0).getAsJsonObject();
        for (JsonElement kind : in.getAsJsonArray("targets")) {
            add(kind.getAsString());
        }
        PlainOptions options = PlainOptions.defaults().withSerial(serial);
        run(in, PlainConnector.over(resolver(in), options));
        assertThat(calls).isEqualTo(expectedCalls(vector));
        JsonObject out = vector.getAsJsonObject("out");
        if (in.has("prepare")) {
            assertThat(prepared)
                    .isEqualTo(out.getAsJsonArray("prepare_saw").asList().stream()
                            .map(JsonElement::getAsString)
                            .toList());
        }
    }

    private void run(JsonObject in, PlainConnector connector) throws Exception {
        HostPort target;
        try {
            target = in.has("host")
                    ? HostPort.of(
                            in.get("host").getAsString(), in.get("service").getAsString())
                    : HostPort.of(
                            "vectors.test",
                            in.has("service") ? in.get("service").getAsString() : "vector=80");
        } catch (IllegalArgumentException refused) {
            // What leads nowhere is refused before anybody can be asked to connect to it.
            calls.add("failed ENXIO");
            return;
        }
        Dial dial = dial(in);
        CompletableFuture<Wire> stage = connect(connector, target, dial);
        boolean late = in.has("cancel_after") && expects(in, "live");
        if (in.has("cancel_after") && !late) {
            until(() -> !sockets.isEmpty());
            dial.cancel();
            onLoop(() -> true);
            assertThat(stage).isNotDone();
            assertThat(sockets).noneMatch(NetworkChannel::isOpen);
            return;
        }
        try {
            Wire wire = get(stage);
            if (late) {
                dial.cancel();
                onLoop(() -> true);
            }
            SocketChannel channel = wire.beneath(SocketChannel.class).orElseThrow();
            assertThat(channel.isConnected()).isTrue();
            assertThat(channel.isBlocking()).isFalse();
            close(wire);
        } catch (ExecutionException e) {
            calls.add("failed " + error((ConnectFailure) e.getCause()));
        }
    }

    private Dial dial(JsonObject in) {
        Duration limit = Duration.ofMillis(
                in.has("prepare") ? Math.round(in.get("prepare").getAsDouble() * 1000) : 0);
        int retries = in.has("retry") ? in.get("retry").getAsInt() : 0;
        return Dial.on(loop)
                .preparing(socket -> {
                    sockets.add(socket);
                    prepared.add(((SocketChannel) socket).isConnected() ? "connected" : "unconnected");
                    return limit;
                })
                .accepting(wire -> {
                    calls.add("connected " + nameOf(wire));
                    return calls.size() > retries;
                });
    }

    private Resolver resolver(JsonObject in) {
        if (in.has("host")) {
            return Scripted.to(in.get("host").getAsString());
        }
        return targets.isEmpty()
                ? query -> CompletableFuture.failedFuture(new ResolveFailure(
                        ResolveFailure.Reason.MALFORMED, query.target().service() + "/tcp: service unknown"))
                : Scripted.to(Scripted.hosts(targets.toArray(HostPort[]::new)));
    }

    private void add(String kind) throws IOException {
        switch (kind) {
            case "live" -> add(LoopbackPeer.open());
            case "hang" -> add(BlackHole.open());
            case "dead" -> targets.add(LoopbackPeer.refusing());
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private void add(Peer peer) {
        peers.add(peer);
        targets.add(peer.address());
    }

    private String nameOf(Wire wire) {
        String address = wire.peer().toString().substring(1);
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).toString().equals(address)) {
                return "live" + i;
            }
        }
        return address;
    }

    private static boolean expects(JsonObject in, String kind) {
        return in.getAsJsonArray("targets").asList().stream()
                .anyMatch(target -> target.getAsString().equals(kind));
    }

    /** Where the original throws at the caller, here the outcome tells. */
    private static List<String> expectedCalls(JsonObject vector) {
        JsonObject expected = vector.getAsJsonObject(vector.has("deviate") ? "want" : "out");
        if (expected.has("throws")) {
            return List.of("failed " + expected.get("throws").getAsString());
        }
        return expected.getAsJsonArray("calls").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(call -> call.has("connected")
                        ? "connected " + call.get("connected").getAsString()
                        : "failed " + call.get("failed").getAsString())
                .toList();
    }

    private static String error(ConnectFailure failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof UnknownHostException) {
            return cause.getMessage();
        }
        if (cause instanceof ConnectException) {
            return "ECONNREFUSED";
        }
        if (cause instanceof SocketTimeoutException) {
            return "ETIMEDOUT";
        }
        return switch (cause.getMessage()) {
            case "No such file or directory" -> "ENOENT";
            case "refused by the caller" -> "any";
            default -> throw new AssertionError(failure);
        };
    }
}
