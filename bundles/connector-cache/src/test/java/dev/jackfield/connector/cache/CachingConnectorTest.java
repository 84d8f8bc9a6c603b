package dev.jackfield.connector.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachingConnectorTest {
    private static final HostPort TARGET = HostPort.of("a.test", 80);

    private final ManualLoop loop = new ManualLoop();
    private final Below below = new Below();
    private final Connector cache = CachingConnector.over(below);
    private final Dial dial = Dial.on(loop);

    @Test
    void triesTheAddressThatAnsweredFirst() {
        learn(TARGET, "192.0.2.7");

        CompletableFuture<Wire> outcome = connect(TARGET);
        assertThat(below.targets()).containsExactly("a.test:80", "192.0.2.7:80");
        Wire wire = answer("192.0.2.7");

        assertThat(outcome).isCompletedWithValue(wire);
        assertThat(loop.timers()).isZero();
    }

    @Test
    void keepsThePortAndTheZoneOfWhatAnswered() {
        learn(HostPort.of("a.test", "xmpp-client=5222"), "fe80::1%1");
        connect(HostPort.of("a.test", "xmpp-client=5222"));

        assertThat(below.last().target().toString()).isEqualTo("[fe80:0:0:0:0:0:0:1%1]:5222");
    }

    @Test
    void leavesItAllToTheConnectorBelowWhenThatAddressFails() {
        learn(TARGET, "192.0.2.7");
        CompletableFuture<Wire> outcome = connect(TARGET);

        below.last().stage().completeExceptionally(new ConnectException("refused"));
        assertThat(below.targets()).containsExactly("a.test:80", "192.0.2.7:80", "a.test:80");
        Wire wire = answer("192.0.2.8");

        assertThat(outcome).isCompletedWithValue(wire);
        connect(TARGET);
        assertThat(below.last().target()).hasToString("192.0.2.8:80");
    }

    @Test
    void waitsForItNotMuchLongerThanTheLastTime() {
        CompletableFuture<Wire> first = connect(TARGET);
        loop.advance(Duration.ofMillis(70));
        answer("192.0.2.7");
        assertThat(first).isDone();

        CompletableFuture<Wire> outcome = connect(TARGET);
        Below.Asked late = below.last();
        loop.advance(CachingConnector.GRACE.plusMillis(69));
        assertThat(below.asked).hasSize(2);
        loop.advance(Duration.ofMillis(1));

        assertThat(late.attempt().cancelled()).isTrue();
        assertThat(dial.cancelled()).isFalse();
        assertThat(below.last().target()).isEqualTo(TARGET);
        Below.Led tooLate = Below.Led.to(loop, "192.0.2.7", 80);
        late.stage().complete(tooLate);
        assertThat(tooLate.below().isOpen()).isFalse();
        Wire wire = answer("192.0.2.8");
        assertThat(outcome).isCompletedWithValue(wire);
    }

    @Test
    void forgetsAfterAWhileHoweverOftenItWasUsed() {
        learn(TARGET, "192.0.2.7");
        loop.advance(CachingConnector.LIFE);
        connect(TARGET);
        answer("192.0.2.7");
        loop.advance(Duration.ofMillis(1));

        connect(TARGET);

        assertThat(below.targets()).containsExactly("a.test:80", "192.0.2.7:80", "a.test:80");
    }

    @Test
    void forgetsTheOldestForOneMoreThanItRemembers() {
        IntStream.rangeClosed(1, CachingConnector.MOST + 1).forEach(port -> {
            learn(HostPort.of("a.test", port), "192.0.2.7");
            loop.advance(Duration.ofNanos(1));
        });

        connect(HostPort.of("a.test", 2));
        assertThat(below.last().target()).hasToString("192.0.2.7:2");
        connect(HostPort.of("a.test", 1));
        assertThat(below.last().target()).hasToString("a.test:1");
    }

    @Test
    void hasNothingToRememberOfAddressesNorOfPeersThatHaveNone() {
        HostPort literal = HostPort.of("192.0.2.7", 80);
        learn(literal, "192.0.2.7");
        connect(literal);
        assertThat(below.last().target()).isEqualTo(literal);
        assertThat(loop.timers()).isZero();

        connect(TARGET);
        Below.Led unresolved = new Below.Led(
                Below.Led.to(loop, "192.0.2.7", 80).below(), InetSocketAddress.createUnresolved("proxy.test", 80));
        below.last().stage().complete(unresolved);
        connect(TARGET);
        assertThat(below.last().target()).isEqualTo(TARGET);
    }

    @Test
    void failsAsTheConnectorBelowDoes() {
        learn(TARGET, "192.0.2.7");
        CompletableFuture<Wire> outcome = connect(TARGET);

        below.last().stage().completeExceptionally(new ConnectException("the address"));
        below.last().stage().completeExceptionally(new IOException("the host"));

        assertThat(outcome.handle((wire, error) -> error.getCause()).join()).hasMessage("the host");
    }

    @Test
    void startsNothingAnewOnceItIsCalledOff() {
        learn(TARGET, "192.0.2.7");
        connect(TARGET);
        loop.runFirst(dial::cancel);

        assertThat(below.last().attempt().cancelled()).isTrue();
        assertThat(loop.timers()).isZero();
        below.last().stage().completeExceptionally(new IOException("called off"));
        assertThat(below.asked).hasSize(2);
    }

    @Test
    void isPluggedInUnderItsName() {
        assertThat(Panel.open().connector("cache").orElseThrow().plugged()).isInstanceOf(CachingConnector.class);
    }

    private CompletableFuture<Wire> connect(HostPort target) {
        return cache.connect(target, dial).toCompletableFuture();
    }

    private void learn(HostPort target, String address) {
        connect(target);
        answer(address);
    }

    private Wire answer(String address) {
        Wire wire = Below.Led.to(loop, address, below.last().target().port());
        below.last().stage().complete(wire);
        return wire;
    }
}
