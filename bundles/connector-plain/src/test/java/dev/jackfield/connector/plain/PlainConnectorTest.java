package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Wire;
import dev.jackfield.connector.plain.internal.PlainService;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import dev.jackfield.testkit.BlackHole;
import dev.jackfield.testkit.LoopbackPeer;
import dev.jackfield.testkit.ManualLoop;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlainConnectorTest extends Connects {
    @Test
    void isPluggedInAsPlain() {
        assertThat(Panel.open().connector("plain").map(Plug::plugged)).containsInstanceOf(PlainService.class);
    }

    @Test
    void resolvesNames() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            Wire wire = get(connect(
                    new PlainConnector(),
                    HostPort.of("localhost", peer.address().port())));
            assertThat(wire.peer())
                    .isEqualTo(new InetSocketAddress("127.0.0.1", peer.address().port()));
            SocketChannel channel = wire.beneath(SocketChannel.class).orElseThrow();
            assertThat(channel.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
            close(wire);
        }
    }

    @Test
    void triesOneAddressAfterTheOther() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            PlainConnector connector = PlainConnector.over(Scripted.to("127.0.0.2", "127.0.0.1"));
            Wire wire = get(
                    connect(connector, HostPort.of("two.test", peer.address().port())));
            assertThat(wire.peer().toString()).contains("127.0.0.1");
            assertThat(sockets).hasSize(2);
            close(wire);
        }
    }

    @Test
    void triesTheNextAddressWhenAWireIsRefused() throws Exception {
        List<Wire> offered = new ArrayList<>();
        try (LoopbackPeer first = LoopbackPeer.open();
                LoopbackPeer second = LoopbackPeer.open()) {
            PlainConnector connector =
                    PlainConnector.over(Scripted.to(Scripted.host(first.address(), second.address())));
            Dial dial = dial().accepting(wire -> offered.add(wire) && offered.size() > 1);
            Wire wire = get(connect(connector, HostPort.of("two.test", 80), dial));
            assertThat(offered).hasSize(2).last().isSameAs(wire);
            assertThat(sockets.get(0).isOpen()).isFalse();
            assertThat(tried(wire))
                    .extracting(Ledger.Tried::toString)
                    .containsExactly(first.address() + ": refused by the caller", second.address() + ": connected");
            close(wire);
        }
    }

    @Test
    void keepsALedgerOfWhatItTried() throws Exception {
        try (BlackHole hole = BlackHole.open()) {
            PlainConnector connector = PlainConnector.over(Scripted.to("127.0.0.1", "127.0.0.2", "::1"));
            HostPort target = HostPort.of("three.test", hole.address().port());
            Dial dial = dial(Duration.ofMillis(120));
            ConnectFailure failure = failure(connect(connector, target, dial));
            assertThat(failure.target()).isEqualTo(target);
            assertThat(failure.tried())
                    .extracting(Ledger.Tried::toString)
                    .containsExactly(
                            "127.0.0.1:" + target.port() + ": no answer within 120 ms",
                            "[::1]:" + target.port() + ": Connection refused",
                            "127.0.0.2:" + target.port() + ": Connection refused");
            assertThat(failure.tried().get(0).nanos()).isGreaterThanOrEqualTo(120_000_000L);
            assertThat(failure.ledger().answers())
                    .containsExactly(
                            "127.0.0.1:" + target.port(), "127.0.0.2:" + target.port(), "[::1]:" + target.port());
            assertThat(failure.ledger().answered())
                    .isBetween(0L, failure.tried().get(0).begin());
            assertThat(failure).hasMessageStartingWith("Cannot connect to three.test:" + target.port() + ": 127.0.0.1");
            assertThat(sockets).hasSize(3);
        }
    }

    @Test
    void saysThatANameCannotBeResolved() throws Exception {
        Resolver clueless = query -> CompletableFuture.failedFuture(new UnknownHostException("never heard of it"));
        ConnectFailure failure = failure(connect(PlainConnector.over(clueless), HostPort.of("a.test", 80)));
        assertThat(failure).hasMessage("Cannot connect to a.test:80: never heard of it");
        assertThat(failure).hasCauseInstanceOf(UnknownHostException.class);
        assertThat(failure.tried()).isEmpty();
        assertThat(failure.ledger().answers()).isEmpty();
        assertThat(failure.ledger().answered()).isEqualTo(-1);
    }

    /** Whether at once, on another thread, with nothing, or not at all: an attempt ends as it should. */
    @Test
    void putsUpWithResolversThatBreakTheRules() throws Exception {
        HostPort nobody = LoopbackPeer.refusing();
        List<Target> here = List.of(new Target(IpAddress.of("127.0.0.1"), nobody.port()));
        Map<Resolver, String> resolvers = Map.of(
                query -> CompletableFuture.completedFuture(here), "Connection refused",
                query -> CompletableFuture.supplyAsync(() -> here), "Connection refused",
                query -> CompletableFuture.completedFuture(List.of()), "the resolver found no address",
                query -> CompletableFuture.completedFuture(null), "the resolver found no address",
                query -> CompletableFuture.completedFuture(Arrays.asList(null, null)), "the resolver found no address",
                query -> {
                            query.early().accept(here);
                            return CompletableFuture.failedFuture(new UnknownHostException("after all"));
                        },
                        "Connection refused",
                query -> {
                            query.early().accept(null);
                            return CompletableFuture.completedStage(here);
                        },
                        "Connection refused",
                query -> null, "got null",
                query -> {
                            throw new IllegalStateException("out of order");
                        },
                        "out of order");
        for (Map.Entry<Resolver, String> resolver : resolvers.entrySet()) {
            CompletableFuture<String> seen = new CompletableFuture<>();
            loop.execute(() -> {
                var stage = PlainConnector.over(resolver.getKey()).connect(nobody, Dial.on(loop));
                boolean early = stage.toCompletableFuture().isDone();
                stage.whenComplete((wire, error) ->
                        seen.complete("early " + early + ", on loop " + loop.inLoop() + ": " + error.getMessage()));
            });
            assertThat(seen.get(10, TimeUnit.SECONDS))
                    .startsWith("early false, on loop true: Cannot connect to " + nobody)
                    .contains(resolver.getValue());
        }
    }

    @Test
    void connectsNobodyWhenCancelledWhileResolving() throws Exception {
        CompletableFuture<List<Target>> answer = new CompletableFuture<>();
        Dial dial = dial();
        CompletableFuture<Wire> stage = connect(PlainConnector.over(query -> answer), LoopbackPeer.refusing(), dial);
        CompletableFuture<Void> passed = new CompletableFuture<>();
        dial.cancel();
        loop.execute(() -> {
            answer.complete(List.of(new Target(IpAddress.of("127.0.0.1"), 9)));
            loop.execute(() -> passed.complete(null));
        });
        passed.get(10, TimeUnit.SECONDS);
        assertThat(stage).isNotDone();
        assertThat(sockets).isEmpty();
    }

    @Test
    void failsClearlyOnALoopWithoutChannels() {
        ManualLoop manual = new ManualLoop();
        CompletableFuture<Wire> stage = PlainConnector.over(Scripted.to("127.0.0.1"))
                .connect(HostPort.of("127.0.0.1", 80), Dial.on(manual))
                .toCompletableFuture();
        assertThat(stage).isNotDone();
        manual.run();
        assertThatThrownBy(stage::join)
                .hasRootCauseMessage("Cannot connect to 127.0.0.1:80: expected a loop that watches channels, got "
                        + ManualLoop.class.getName());
    }

    @Test
    void doesNotTalkToItself() throws Exception {
        HostPort nobody = LoopbackPeer.refusing();
        InetSocketAddress same = new InetSocketAddress("127.0.0.1", nobody.port());
        Dial dial = Dial.on(loop).preparing(socket -> {
            sockets.add(socket);
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(same);
            return Duration.ZERO;
        });
        assertThat(failure(connect(new PlainConnector(), nobody, dial)))
                .hasMessageEndingWith("Connection refused: the socket met itself");
    }

    @Test
    void refusesNegativeLimits() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            Dial hasty = Dial.on(loop).preparing(socket -> Duration.ofSeconds(-1));
            assertThat(failure(connect(new PlainConnector(), peer.address(), hasty)))
                    .hasMessageEndingWith("Expected a time limit of zero or more, got PT-1S");
        }
    }

    @Test
    void survivesACallerWhoThrows() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.open()) {
            Dial throwing = dial().accepting(wire -> {
                throw new AssertionError("thrown by the caller");
            });
            assertThat(failure(connect(new PlainConnector(), peer.address(), throwing)))
                    .hasMessageEndingWith("thrown by the caller");
        }
    }
}
