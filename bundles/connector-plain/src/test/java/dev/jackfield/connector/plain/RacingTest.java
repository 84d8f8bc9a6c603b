package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.ConnectFailure;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.testkit.BlackHole;
import dev.jackfield.testkit.LoopbackPeer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses that answer, refuse, or leave everybody waiting, over real sockets. */
class RacingTest extends Connects {
    private static final HostPort NAME = HostPort.of("many.test", 80);

    private LoopbackPeer live;
    private LoopbackPeer live6;
    private BlackHole hole;
    private HostPort dead;

    @BeforeEach
    void listen() throws Exception {
        live = LoopbackPeer.open();
        live6 = LoopbackPeer.open("::1");
        hole = BlackHole.open();
        dead = LoopbackPeer.refusing();
    }

    @AfterEach
    void stop() {
        live.close();
        live6.close();
        hole.close();
    }

    /** Peers took 0.36 s to 200 s for this. */
    @Test
    void takesAQuarterOfASecondWhenTheFirstAddressIsABlackHole() throws Exception {
        Wire wire = get(connect(racing(hole.address(), live.address()), NAME));
        List<Ledger.Tried> tried = tried(wire);
        assertThat(tried)
                .extracting(Ledger.Tried::toString)
                .containsExactly(
                        hole.address() + ": given up, because another address was faster",
                        live.address() + ": connected");
        Ledger.Tried second = tried.get(1);
        assertThat(second.begin()).isGreaterThanOrEqualTo(250_000_000L);
        assertThat(second.begin() + second.nanos()).isLessThan(2_000_000_000L);
        assertThat(sockets.get(0).isOpen()).isFalse();
        report("first address black-holed", second);
        close(wire);
    }

    @Test
    void takesNoTimeWhenTheFirstAddressIsRefused() throws Exception {
        Wire wire = get(connect(racing(dead, dead, live.address()), NAME));
        List<Ledger.Tried> tried = tried(wire);
        assertThat(tried)
                .extracting(Ledger.Tried::toString)
                .containsExactly(dead + ": Connection refused", live.address() + ": connected");
        assertThat(tried.get(1).begin()).isLessThan(250_000_000L);
        report("first address refused", tried.get(1));
        close(wire);
    }

    @Test
    void connectsToTheFirstFamilyWhenTheOtherNeverComes() throws Exception {
        Scripted resolver = new Scripted();
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME);
        resolver.early(Scripted.host(live.address()));
        Wire wire = get(stage);
        assertThat(resolver.answer).as("The resolver is told that nobody waits").isCancelled();
        report("AAAA never comes", tried(wire).get(0));
        close(wire);
    }

    @Test
    void joinsInWhatComesLate() throws Exception {
        Scripted resolver = new Scripted();
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME);
        resolver.early(Scripted.host(hole.address()));
        until(() -> sockets.size() == 1);
        resolver.answer(Scripted.host(live6.address(), hole.address()));
        Wire wire = get(stage);
        assertThat(wire.peer())
                .isEqualTo(new InetSocketAddress("::1", live6.address().port()));
        assertThat(sockets).hasSize(2);
        Ledger ledger = onLoop(() -> wire.beneath(Ledger.class).orElseThrow());
        assertThat(ledger.answers())
                .as("The last that was heard")
                .containsExactly(live6.address().toString(), hole.address().toString());
        assertThat(ledger.answered())
                .isBetween(ledger.tried().get(0).begin(), ledger.tried().get(1).begin());
        close(wire);
    }

    @Test
    void letsALaggardWinAfterAll() throws Exception {
        try (BlackHole never = BlackHole.open()) {
            CompletableFuture<Wire> stage =
                    connect(racing(Duration.ofMillis(20), hole.address(), never.address()), NAME);
            until(() -> sockets.size() == 2);
            // The system asks again after a second.
            hole.release();
            Wire wire = get(stage);
            assertThat(tried(wire)).extracting(Ledger.Tried::connected).containsExactly(true, false);
            assertThat(sockets.get(1).isOpen()).isFalse();
            close(wire);
        }
    }

    @Test
    void saysWhatTheResolverSaidBesideWhatWasTried() throws Exception {
        Scripted resolver = new Scripted();
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver), NAME);
        resolver.early(Scripted.host(dead));
        until(() -> sockets.size() == 1);
        assertThat(stage).isNotDone();
        loop.execute(() -> resolver.answer.completeExceptionally(
                new ResolveFailure(ResolveFailure.Reason.TIMEOUT, "no answer for AAAA")));
        ConnectFailure failure = failure(stage);
        assertThat(failure).hasMessageEndingWith(dead + ": Connection refused");
        assertThat(failure.getCause().getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("no answer for AAAA");
    }

    @Test
    void goesThroughTheHostsOfSrvRecordsInTheirOrder() throws Exception {
        Wire wire = get(
                connect(PlainConnector.over(Scripted.to(Scripted.hosts(dead, live.address(), live6.address()))), NAME));
        assertThat(tried(wire))
                .extracting(Ledger.Tried::address)
                .containsExactly(dead.toString(), live.address().toString());
        close(wire);
    }

    @Test
    void waitsForTheLimitOfTheFirstInSerialMode() throws Exception {
        PlainOptions serial = PlainOptions.defaults().withSerial(true).withStagger(PlainOptions.LEAST_STAGGER);
        PlainConnector connector =
                PlainConnector.over(Scripted.to(Scripted.host(hole.address(), live.address())), serial);
        Wire wire = get(connect(connector, NAME, dial(Duration.ofMillis(200))));
        List<Ledger.Tried> tried = tried(wire);
        assertThat(tried).extracting(Ledger.Tried::reason).containsExactly("no answer within 200 ms", "");
        assertThat(tried.get(1).begin()).isGreaterThanOrEqualTo(200_000_000L);
        close(wire);
    }

    @Test
    void asksForTheFamilyThatIsWanted() throws Exception {
        Scripted resolver = new Scripted();
        PlainOptions ipv6 = PlainOptions.defaults().withFamily(Family.IPV6);
        CompletableFuture<Wire> stage = connect(PlainConnector.over(resolver, ipv6), NAME);
        assertThat(resolver.query().family()).isEqualTo(Family.IPV6);
        resolver.answer(Scripted.host(live6.address()));
        close(get(stage));
    }

    private static PlainConnector racing(HostPort... addresses) {
        return PlainConnector.over(Scripted.to(Scripted.host(addresses)));
    }

    private static PlainConnector racing(Duration stagger, HostPort... addresses) {
        return PlainConnector.over(
                Scripted.to(Scripted.host(addresses)), PlainOptions.defaults().withStagger(stagger));
    }

    /** For people who want to know. */
    private static void report(String what, Ledger.Tried winner) {
        System.getLogger("dev.jackfield.connector.plain.test")
                .log(
                        System.Logger.Level.INFO,
                        "Time to connect, {0}: {1} ms",
                        what,
                        (winner.begin() + winner.nanos()) / 1000 / 1000.0);
    }
}
