package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.PatchPanel;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever gives null is told what was expected. */
class NullsTest {
    private static final HostPort TARGET = HostPort.of("origin.test", 443);
    private static final Link LINK = Link.of("plain");
    private static final Route ROUTE = Route.of(LINK);
    private static final TurnedLoop LOOP = new TurnedLoop();
    private static final Dial DIAL = Dial.on(LOOP);
    private static final Panel PANEL = new PatchPanel(Map.of());
    private static final Connector CONNECTOR = (target, attempt) -> new CompletableFuture<>();
    private static final Layer LAYER = (below, target, attempt) -> new CompletableFuture<>();
    private static final Hop HOP = new Hop(1, 1, LINK, TARGET);
    private static final Ledger LEDGER = new Ledger(List.of());
    private static final Plug<Connector> PLUG =
            new Plug<>("plain", 0, 1, List.of(), "somebody", Instant.EPOCH, false, CONNECTOR);
    private static final Wire WIRE = (Wire) Proxy.newProxyInstance(
            NullsTest.class.getClassLoader(), new Class<?>[] {Wire.class}, (proxy, method, arguments) -> null);

    static Stream<Arguments> calls() throws Exception {
        Patch patch = Patch.of(CONNECTOR, List.of(), TARGET, PANEL);
        return Stream.of(
                call("a name", () -> PANEL.connector((String) null)),
                call("a name", () -> PANEL.layer(null)),
                call("a name", () -> PANEL.connector(null, TARGET)),
                call("a target", () -> PANEL.connector("plain", null)),
                call("a name", () -> PANEL.layer(null, TARGET)),
                call("a target", () -> PANEL.layer("plain", null)),
                call("a route", () -> PANEL.connector((Route) null)),
                call("a name", () -> PANEL.plug(null, 0, CONNECTOR)),
                call("a connector", () -> PANEL.plug("plain", 0, (Connector) null)),
                call("a name", () -> PANEL.plug(null, 0, LAYER)),
                call("a layer", () -> PANEL.plug("plain", 0, (Layer) null)),
                call("patterns of hosts", () -> PANEL.plug("plain", 0, null, CONNECTOR)),
                call("patterns of hosts", () -> PANEL.plug("plain", 0, Arrays.asList((HostPattern) null), LAYER)),
                call("a plug", () -> PANEL.pull(null)),
                call("a plug", () -> PANEL.putBack(null)),
                call("a watcher", () -> PANEL.watch(null)),
                call("a name", () -> Connector.provided(null)),
                call("a link", () -> CONNECTOR.configured(null)),
                call("a watcher", () -> CONNECTOR.watch(null)),
                call("a layer", () -> CONNECTOR.with(null)),
                call("the address of a proxy", () -> CONNECTOR.by(null, LAYER)),
                call("a layer", () -> CONNECTOR.by(TARGET, null)),
                call("a link", () -> LAYER.configured(null)),
                call("a watcher", () -> LAYER.watch(null)),
                call("a name", () -> Link.of(null)),
                call("an option", () -> Link.of("tls", null)),
                call("an address", () -> Link.of("tls", null, Credentials.NONE)),
                call("credentials, or those of nobody", () -> Link.of("tls", TARGET, null)),
                call("an argument", () -> new Link("tls", null)),
                call("the text of a link", () -> Link.parse(null)),
                call("a link", () -> Route.of(null)),
                call("links", () -> Route.of(LINK, (Link) null)),
                call("links", () -> new Route(null)),
                call("the text of a route", () -> Route.parse(null)),
                call("a link", () -> ROUTE.then(null)),
                call("a target", () -> ROUTE.hops(null)),
                call("the text of a pattern", () -> HostPattern.parse(null)),
                call("a target", () -> HostPattern.ANY.matches(null)),
                call("a user", () -> new Credentials(null, "")),
                call("a password", () -> new Credentials("", null)),
                call("a route", () -> Patch.of(null, TARGET, PANEL)),
                call("a target", () -> Patch.of(ROUTE, null, PANEL)),
                call("a panel", () -> Patch.of(ROUTE, TARGET, null)),
                call("a connector", () -> Patch.of(null, List.of(), TARGET, PANEL)),
                call("links", () -> Patch.of(CONNECTOR, null, TARGET, PANEL)),
                call("a target", () -> Patch.of(CONNECTOR, List.of(), null, PANEL)),
                call("a panel", () -> Patch.of(CONNECTOR, List.of(), TARGET, null)),
                call("a patch", () -> patch.same(null)),
                call("a panel", () -> patch.isCurrent(null)),
                call("a target", () -> patch.connect(null, DIAL)),
                call("an attempt", () -> patch.connect(TARGET, null)),
                call("a loop", () -> Dial.on(null)),
                call("a time limit", () -> Dial.on(LOOP, null)),
                call("an attempt", () -> Dial.within(null)),
                call("an attempt", () -> Dial.within(null, LINK, TARGET, PLUG)),
                call("a link", () -> Dial.within(DIAL, null, TARGET, PLUG)),
                call("a target", () -> Dial.within(DIAL, LINK, null, PLUG)),
                call("a plug", () -> Dial.within(DIAL, LINK, TARGET, null)),
                call("a preparation", () -> DIAL.preparing(null)),
                call("a predicate of wires", () -> DIAL.accepting(null)),
                call("names of protocols", () -> DIAL.speaking(null)),
                call("somebody who hears of hops", () -> DIAL.reporting(null)),
                call("an affinity", () -> DIAL.sharing(null)),
                call("a part", () -> Affinity.none().with(null)),
                call("an object", () -> Affinity.none().withVery(null)),
                call("somebody who hears of who leaves the work to another", () -> DIAL.following(null)),
                call("what to do then", () -> DIAL.whenCancelled(null)),
                call("a link", () -> new Hop(1, 1, null, TARGET)),
                call("a target", () -> new Hop(1, 1, LINK, null)),
                call("a plug", () -> Hop.within(LINK, TARGET, null)),
                call("a hop", () -> new HopFailure(null, new IOException())),
                call("a cause", () -> new HopFailure(HOP, null)),
                call("a target", () -> new ConnectFailure(null, LEDGER, "", null)),
                call("a ledger", () -> new ConnectFailure(TARGET, (Ledger) null, "", null)),
                call("what was tried", () -> new Ledger(null)),
                call("answers", () -> new Ledger(List.of(), null, -1)),
                call("an address", () -> new Ledger.Tried(null, 0, 0, "")),
                call("a reason, or an empty one", () -> new Ledger.Tried("", 0, 0, null)),
                call("a name", () -> new UnpluggedException(null, "")),
                call("a target", () -> PLUG.serves(null)),
                call("a connector or a layer", () -> PLUG.with(null)),
                call("an attempt", () -> Wires.clientBegins(null)),
                call("a wire", () -> Wires.write(null, ByteBuffer.allocate(1))),
                call("octets to write", () -> Wires.write(WIRE, null)),
                call("a wire", () -> Wires.readFully(null, ByteBuffer.allocate(1))),
                call("a buffer to read into", () -> Wires.readFully(WIRE, null)),
                call("a watcher", () -> new Watchers().watch(null)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void tellsWhatWasExpected(String expected, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage("Expected " + expected + ", got null");
    }

    private static Arguments call(String expected, ThrowingCallable call) {
        return Arguments.of(expected, call);
    }
}
