package dev.jackfield.connector.socks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.HopFailure;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.socks.SocksFailure.Reason;
import dev.jackfield.testkit.Chunks;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a proxy does, there is an end, an error that says at which hop, and nothing stays open. */
class BadProxyTest {
    private static final HostPort ORIGIN = HostPort.of("origin.test", 443);
    private static final String REQUEST = "05010003" + "0b" + "6f726967696e2e74657374" + "01bb";
    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final ManualLoop loop = new ManualLoop();
    private Dial dial = Dial.on(loop, LIMIT);
    private final List<HostPort> connected = new ArrayList<>();
    private final Panel panel = Panel.open();
    private PipeWire.Pair pipe = PipeWire.pair(loop, Chunks.of(1), Chunks.whole(), PipeWire.CAPACITY);
    private CompletableFuture<Wire> outcome;

    @AfterEach
    void leavesNothingBehind() {
        loop.settle();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void endsAtTheLimitIfTheProxyIsSilent() {
        connect("pipe > socks5(127.0.0.1:1080)");
        loop.advance(LIMIT.minusNanos(1));
        assertThat(outcome).isNotDone();
        loop.advance(Duration.ofNanos(1));
        HopFailure failure = failure();
        assertThat(failure).hasCauseInstanceOf(SocketTimeoutException.class);
        assertThat(failure.hop()).hasToString("hop 2 of 2, socks5(127.0.0.1:1080) to origin.test:443");
        assertThat(connected).containsExactly(HostPort.of("127.0.0.1", 1080));
    }

    @Test
    void endsAtTheLimitIfTheProxyIsSlowerThanThat() {
        connect("pipe > socks5(127.0.0.1:1080)");
        for (String octet : List.of("05", "00", "05", "00", "00", "03", "02", "78")) {
            loop.advance(Duration.ofMillis(800));
            says(octet);
        }
        assertThat(outcome).isNotDone();
        loop.advance(Duration.ofMillis(600));
        assertThat(failure()).hasCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void waitsForALateProxy() throws Exception {
        connect("pipe > socks5(127.0.0.1:1080)");
        for (String octet : List.of("05", "00", "05", "00", "00", "01", "00", "00", "00", "00", "00", "00")) {
            loop.advance(Duration.ofMillis(500));
            says(octet);
        }
        assertThat(outcome).isCompletedWithValue(pipe.near());
    }

    @Test
    void leavesWhatTheTargetSaysInTheWire() throws Exception {
        pipe = PipeWire.pair(loop);
        connect("pipe > socks5(127.0.0.1:1080)");
        says("0500");
        says("05000003" + "02" + "7878" + "1234" + "48656c6c6f");
        assertThat(outcome).isCompletedWithValue(pipe.near());
        assertThat(targetSays()).isEqualTo("Hello");
    }

    @Test
    void answersBeforeTheQuestionAreNotLostEither() throws Exception {
        connect("pipe > socks4a(127.0.0.1:1080)");
        says("005a000000000000" + "48656c6c6f");
        assertThat(outcome).isCompletedWithValue(pipe.near());
        assertThat(targetSays()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks4a", "socks5"})
    void refusesWhatTheTargetCannotHaveSaid(String version) {
        for (List<String> protocols : List.of(List.of("http/1.1"), List.of("h2", "http/1.1"))) {
            pipe = PipeWire.pair(loop);
            dial = Dial.on(loop, LIMIT).speaking(protocols);
            connect("pipe > " + version + "(127.0.0.1:1080)");
            says(granted(version) + "48656c6c6f");
            assertThat(failure())
                    .hasMessageEndingWith(
                            " Expected nothing behind the SOCKS proxy's answer before something was sent, got 0x48");
            assertThat(socks().reason()).isEqualTo(Reason.GARBLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks4a", "socks5"})
    void leavesItWhereTheTargetMayBegin(String version) {
        for (List<String> protocols : List.of(List.of("imap"), List.of("http/1.1", "unheard-of"))) {
            pipe = PipeWire.pair(loop);
            dial = Dial.on(loop, LIMIT).speaking(protocols);
            connect("pipe > " + version + "(127.0.0.1:1080)");
            says(granted(version) + "48656c6c6f");
            assertThat(outcome).isCompletedWithValue(pipe.near());
            assertThat(targetSays()).isEqualTo("Hello");
        }
    }

    @Test
    void leavesWhatComesLaterToOthers() {
        dial = dial.speaking(List.of("http/1.1"));
        pipe = PipeWire.pair(loop);
        connect("pipe > socks5(127.0.0.1:1080)");
        says(granted("socks5"));
        assertThat(outcome).isCompletedWithValue(pipe.near());
        says("48656c6c6f");
        assertThat(targetSays()).isEqualTo("Hello");
    }

    @Test
    void failsIfTheConnectionEndsWithTheAnswer() {
        dial = dial.speaking(List.of("http/1.1"));
        pipe = PipeWire.pair(loop);
        connect("pipe > socks4a(127.0.0.1:1080)");
        ScriptedProxy.on(pipe.far()).says(granted("socks4a"));
        pipe.far().close();
        assertThat(failure()).hasMessageEndingWith(" to keep the connection it granted, but it hung up");
        assertThat(socks().reason()).isEqualTo(Reason.CUT_OFF);
    }

    @Test
    void knowsAnHttpServer() {
        connect("pipe > socks5(user:secret@127.0.0.1:80)");
        says(HexFormat.of().formatHex("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(failure())
                .hasMessage("hop 2 of 2, socks5(user:***@127.0.0.1:80) to origin.test:443:"
                        + " Expected version 5 of SOCKS from the SOCKS proxy, got 0x48: it seems to speak HTTP");
        assertThat(socks().reason()).isEqualTo(Reason.GARBLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "0502", "050201", "05020100", "0502010005", "050201000500000378"})
    void failsWhereverTheProxyHangsUp(String before) {
        connect("pipe > socks5(user:secret@127.0.0.1:1080)");
        says(before);
        pipe.far().close();
        failure();
        assertThat(socks().reason()).isEqualTo(Reason.CUT_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "005a", "005a0000000000"})
    void failsWhereverAProxyOfVersion4HangsUp(String before) {
        connect("pipe > socks4a(user@127.0.0.1:1080)");
        says(before);
        pipe.far().close();
        failure();
        assertThat(socks().reason()).isEqualTo(Reason.CUT_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "0500", "0500050000"})
    void passesOnWhatTheWireSays(String before) {
        connect("pipe > socks5(127.0.0.1:1080)");
        says(before);
        IOException reset = new IOException("Connection reset");
        pipe.far().reset(reset);
        assertThat(failure()).hasCause(reset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05", "0500", "0500050000"})
    void letsGoWhenCancelled(String before) {
        connect("pipe > socks5(127.0.0.1:1080)");
        says(before);
        dial.cancel();
        loop.settle();
        assertThat(pipe.near().isOpen()).isFalse();
        assertThat(pipe.near().awaitsReadable()).isFalse();
        says("00");
        assertThat(outcome).isNotDone();
    }

    @Test
    void saysNothingIfItCannotSayTheTarget() {
        connect("pipe > socks4(127.0.0.1:1080)");
        assertThat(failure()).hasMessageContaining("SOCKS 4 has no room for names");
        assertThat(socks().reason()).isEqualTo(Reason.UNFIT_TARGET);
        assertThat(heard()).isEmpty();
    }

    @Test
    void asksEachProxyForTheNext() {
        connect("pipe > socks5(one.test:1) > socks4a(two.test:2) > socks5(user:secret@three.test:3)");
        says("0500" + "05000001" + "00000000" + "0000");
        says("005a000000000000");
        says("0502" + "0100" + "05000001" + "00000000" + "0000");
        assertThat(outcome).isCompletedWithValue(pipe.near());
        assertThat(connected).containsExactly(HostPort.of("one.test", 1));
        assertThat(heard())
                .isEqualTo("050100" + "05010003" + "08" + "74776f2e74657374" + "0002"
                        + "0401" + "0003" + "00000001" + "00" + "74687265652e74657374" + "00"
                        + "05020200" + "01" + "0475736572" + "06736563726574" + REQUEST);
    }

    private void connect(String route) {
        panel.plug("pipe", 0, (target, attempt) -> {
            connected.add(target);
            CompletableFuture<Wire> wire = new CompletableFuture<>();
            attempt.loop().execute(() -> wire.complete(pipe.near()));
            return wire;
        });
        CompletableFuture<CompletionStage<Wire>> started = new CompletableFuture<>();
        loop.execute(() -> started.complete(panel.connector(Route.parse(route)).connect(ORIGIN, dial)));
        loop.settle();
        outcome = started.join().toCompletableFuture();
    }

    private static String granted(String version) {
        return version.equals("socks5") ? "0500" + "05000001" + "00000000" + "0000" : "005a000000000000";
    }

    private void says(String hex) {
        ScriptedProxy.on(pipe.far()).says(hex);
        loop.settle();
    }

    private String heard() {
        return HexFormat.of().formatHex(read(pipe.far()));
    }

    private String targetSays() {
        return new String(read(pipe.near()), StandardCharsets.US_ASCII);
    }

    /** What is there now. Cut into single octets, there is nothing once after each. */
    private static byte[] read(Wire wire) {
        ByteBuffer all = ByteBuffer.allocate(999);
        try {
            for (int idle = 0; idle < 2; ) {
                idle = wire.read(all) > 0 ? 0 : idle + 1;
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    private HopFailure failure() {
        loop.settle();
        assertThat(pipe.near().isOpen()).isFalse();
        try {
            throw new AssertionError("Expected a failure, got " + outcome.getNow(null));
        } catch (CompletionException e) {
            assertThat(e.getCause().toString()).doesNotContain("secret");
            return (HopFailure) e.getCause();
        }
    }

    private SocksFailure socks() {
        return (SocksFailure) failure().getCause();
    }
}
