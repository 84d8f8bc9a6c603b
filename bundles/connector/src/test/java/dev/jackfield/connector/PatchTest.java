package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatchTest {
    private static final HostPort TARGET = HostPort.of("origin.test", 443);
    private static final Route ROUTE = Route.parse("plain > proxy(p.test:1) > wrap");

    private final TurnedLoop loop = new TurnedLoop();
    private final Panel panel = new PatchPanel(Map.of());
    private final List<String> said = new ArrayList<>();
    private final List<Runnable> undos = new ArrayList<>();
    private final CompletableFuture<Wire> byPlain = new CompletableFuture<>();
    private final CompletableFuture<Wire> byProxy = new CompletableFuture<>();
    private final CompletableFuture<Wire> byWrap = new CompletableFuture<>();
    private final Dial dial = Dial.on(loop, Duration.ofSeconds(5)).reporting(hop -> said.add(hop.toString()));

    @BeforeEach
    void plug() {
        panel.plug("plain", 0, (target, attempt) -> {
            said.add("plain to " + target);
            return byPlain;
        });
        panel.plug("proxy", 0, layer("proxy", byProxy));
        panel.plug("wrap", 0, layer("wrap", byWrap));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(loop.alarms()).as("alarms").isZero();
    }

    @Test
    void asksEachLinkForTheOneThatServesWhomItReaches() throws Exception {
        Layer elsewhere = (below, target, attempt) -> new CompletableFuture<>();
        panel.plug("wrap", 5, List.of(HostPattern.parse("q.test")), elsewhere);
        panel.plug("proxy", 5, List.of(HostPattern.parse("origin.test")), elsewhere);
        Patch patch = Patch.of(Route.parse("plain > proxy(q.test:1) > wrap"), TARGET, panel);

        assertThat(patch.plugs()).extracting(Plug::ranking).containsExactly(0, 5, 0);
        assertThat(patch.isCurrent(panel)).isTrue();
        Guard guard = panel.plug("wrap", 6, List.of(HostPattern.parse("other.test")), elsewhere);
        assertThat(patch.isCurrent(panel)).isTrue();
        guard.close();
        panel.plug("wrap", 6, List.of(HostPattern.parse("origin.test:443")), elsewhere);
        assertThat(patch.isCurrent(panel)).isFalse();
    }

    @Test
    void runsLinkAfterLink() throws Exception {
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        finish(byProxy, wire("2"));
        assertThat(stage).isNotDone();
        Wire last = wire("3");
        finish(byWrap, last);
        assertThat(stage).isCompletedWithValue(last);
        assertThat(said)
                .containsExactly(
                        "hop 1 of 3, plain to p.test:1",
                        "plain to p.test:1",
                        "hop 2 of 3, proxy(p.test:1) to origin.test:443",
                        "proxy to origin.test:443 over 1",
                        "hop 3 of 3, wrap to origin.test:443",
                        "wrap to origin.test:443 over 2");
        loop.run(dial::cancel);
        undos.forEach(loop::run);
        assertThat(said).noneMatch(text -> text.startsWith("closed") || text.startsWith("undone"));
    }

    @Test
    void tellsTheHopThatFailed() throws Exception {
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        loop.run(() -> byProxy.completeExceptionally(new IOException("go away")));
        HopFailure failure = failure(stage);
        assertThat(failure).hasMessage("hop 2 of 3, proxy(p.test:1) to origin.test:443: go away");
        assertThat(failure.hop().number()).isEqualTo(2);
        assertThat(failure.getCause()).isExactlyInstanceOf(IOException.class);
    }

    /** A TLS server may refuse who connects long after the handshake, while the next link is at work. */
    @Test
    void tellsTheHopWhoseWireBroke() throws Exception {
        IOException refused = new IOException("refused");
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        finish(byProxy, broken(refused));
        loop.run(() -> byWrap.completeExceptionally(new IOException("whatever that led to")));
        assertThat(failure(stage))
                .hasMessage("hop 2 of 3, proxy(p.test:1) to origin.test:443: refused")
                .hasCause(refused);
        assertThat(failure(stage).hop().number()).isEqualTo(2);
    }

    private static Wire broken(IOException reason) {
        return (Wire) Proxy.newProxyInstance(
                Wire.class.getClassLoader(),
                new Class<?>[] {Wire.class},
                (self, method, arguments) -> method.getName().equals("beneath") ? Optional.of(reason) : null);
    }

    @Test
    void tellsThatTheFirstHopFailed() throws Exception {
        CompletableFuture<Wire> stage = connect();
        loop.run(() -> byPlain.completeExceptionally(new IOException()));
        assertThat(failure(stage)).hasMessage("hop 1 of 3, plain to p.test:1: java.io.IOException");
    }

    @Test
    void aSingleLinkFailsAsItDoesAlone() throws Exception {
        IOException error = new IOException("alone");
        CompletableFuture<Wire> stage = connect(Route.parse("plain"));
        loop.run(() -> byPlain.completeExceptionally(error));
        assertThat(stage).failsWithin(0, TimeUnit.SECONDS).withThrowableThat().withCause(error);
        stage = connect(Route.parse("plain(h.test:1)"));
        assertThat(said).endsWith("plain to h.test:1");
        assertThat(stage).failsWithin(0, TimeUnit.SECONDS).withThrowableThat().withCause(error);
    }

    @Test
    void aLayerThatIsTooSlowIsCalledOff() throws Exception {
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        loop.advance(Duration.ofMillis(4_999));
        assertThat(stage).isNotDone();
        loop.advance(Duration.ofMillis(1));
        HopFailure failure = failure(stage);
        assertThat(failure)
                .hasMessageEndingWith(": Expected an end of the handshake within 5000 ms, got none")
                .hasCauseInstanceOf(SocketTimeoutException.class);
        assertThat(failure.hop().number()).isEqualTo(2);
        assertThat(said).endsWith("undone proxy", "closed 1");
    }

    @Test
    void whatALateLayerBringsIsClosed() throws Exception {
        connect();
        finish(byPlain, wire("1"));
        loop.advance(Duration.ofSeconds(5));
        finish(byProxy, wire("2"));
        assertThat(said).endsWith("closed 1", "closed 2");
    }

    @Test
    void cancellingCallsOffTheLayerThatRuns() throws Exception {
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        finish(byProxy, wire("2"));
        loop.run(dial::cancel);
        assertThat(said).endsWith("undone wrap", "closed 2").doesNotContain("undone proxy");
        assertThat(stage).isNotDone();
    }

    @Test
    void aConnectorThatIgnoresBeingCancelledLeavesNothingOpen() throws Exception {
        connect();
        loop.run(dial::cancel);
        finish(byPlain, wire("1"));
        assertThat(said).endsWith("closed 1");
    }

    @Test
    void aLayerThatThrowsLeavesNothingOpen() throws Exception {
        panel.plug("proxy", 1, (Layer) (below, target, attempt) -> {
            throw new NoClassDefFoundError("on purpose");
        });
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        assertThat(failure(stage)).hasMessageEndingWith(": on purpose");
        assertThat(said).endsWith("closed 1");
    }

    @Test
    void aLayerThatGivesNoStageLeavesNothingOpen() throws Exception {
        panel.plug("wrap", 1, (Layer) (below, target, attempt) -> null);
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        finish(byProxy, wire("2"));
        assertThat(failure(stage)).hasMessageEndingWith(": Expected a stage from the link, got null");
        assertThat(said).endsWith("closed 2");
    }

    @Test
    void aLayerOfWhichNothingComesLeavesNothingOpen() throws Exception {
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        finish(byProxy, wire("2"));
        loop.run(() -> byWrap.completeExceptionally(new IOException("and leaves it open")));
        assertThat(failure(stage)).hasMessageEndingWith("and leaves it open");
        assertThat(said).endsWith("closed 2");
    }

    @Test
    void aLayerThatGivesNoWireLeavesNothingOpen() throws Exception {
        CompletableFuture<Wire> stage = connect();
        finish(byPlain, wire("1"));
        finish(byProxy, null);
        assertThat(failure(stage)).hasMessageContaining("Expected a wire from the link, got null");
        assertThat(said).endsWith("closed 1");
    }

    @Test
    void aReportThatThrowsFailsAndLeavesNothingOpen() throws Exception {
        CompletableFuture<Wire> stage = connect(
                panel.connector(ROUTE), Dial.on(loop, Duration.ofSeconds(5)).reporting(hop -> {
                    if (hop.number() == 2) {
                        throw new NoClassDefFoundError("gone");
                    }
                }));
        finish(byPlain, wire("1"));
        assertThat(failure(stage)).hasMessageStartingWith("hop 2 of 3").hasMessageContaining("gone");
        assertThat(said).endsWith("closed 1");
    }

    @Test
    void aConnectorThatThrowsFailsLater() throws Exception {
        panel.plug("plain", 1, (target, attempt) -> {
            throw new IllegalStateException("on purpose");
        });
        boolean[] early = new boolean[1];
        CompletableFuture<Wire> stage = new CompletableFuture<>();
        Patch patch = Patch.of(ROUTE, TARGET, panel);
        loop.run(() -> {
            CompletionStage<Wire> connecting = patch.connect(TARGET, dial);
            early[0] = connecting.toCompletableFuture().isDone();
            connecting.whenComplete((wire, error) -> stage.completeExceptionally(error));
        });
        assertThat(early[0]).isFalse();
        assertThat(failure(stage)).hasMessageEndingWith(": on purpose");
    }

    @Test
    void completionsFromElsewhereAreBroughtToTheLoop() throws Exception {
        CompletableFuture<Wire> stage = connect();
        byPlain.complete(wire("1"));
        assertThat(said).hasSize(2);
        loop.settle();
        assertThat(said).contains("proxy to origin.test:443 over 1");
        loop.run(dial::cancel);
        assertThat(stage).isNotDone();
    }

    @Test
    void saysWhatIsNotPluggedIn() {
        assertThatExceptionOfType(UnpluggedException.class)
                .isThrownBy(() -> Patch.of(Route.parse("fast > wrap"), TARGET, panel))
                .withMessage("Expected a connector named \"fast\" on the panel, got only: plain")
                .returns("fast", UnpluggedException::name);
        assertThatExceptionOfType(UnpluggedException.class)
                .isThrownBy(() -> Patch.of(Route.parse("plain > plain"), TARGET, panel))
                .withMessage("Expected a layer named \"plain\" on the panel, got only: proxy, wrap");
        assertThatExceptionOfType(UnpluggedException.class)
                .isThrownBy(() -> Patch.of(ROUTE, TARGET, new PatchPanel(Map.of())))
                .withMessage("Expected a connector named \"plain\" on the panel, got none at all");
    }

    @Test
    void aRouteOfThePanelIsLookedUpEachTime() throws Exception {
        Connector connector = panel.connector(Route.parse("later"));
        CompletableFuture<Wire> stage = connect(connector);
        assertThat(stage)
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(UnpluggedException.class);
        panel.plug("later", 0, (target, attempt) -> byPlain);
        stage = connect(connector);
        Wire wire = wire("1");
        finish(byPlain, wire);
        assertThat(stage).isCompletedWithValue(wire);
    }

    @Test
    void refusesBracketsNobodyAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patch.of(Route.parse("plain > wrap(twice)"), TARGET, panel))
                .withMessageContaining("no credentials and no options, got wrap(twice)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patch.of(Route.parse("plain(u:secret@h:1)"), TARGET, panel))
                .withMessageContaining("got plain(u:***@h:1)")
                .withMessageNotContaining("secret");
        CompletableFuture<Wire> stage = connect(panel.connector(Route.parse("plain > wrap(twice)")));
        assertThat(stage)
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseExactlyInstanceOf(IOException.class);
    }

    @Test
    void aConnectorOfOnesOwnIsLookedUpWithLayersOnly() throws Exception {
        Connector own = (target, attempt) -> byPlain;
        Patch patch = Patch.of(own, List.of(Link.of("wrap")), TARGET, panel);
        assertThat(patch).hasToString("own > wrap");
        assertThat(patch.same(Patch.of(own, List.of(Link.of("wrap")), TARGET, panel)))
                .isTrue();
        assertThat(patch.same(Patch.of((target, attempt) -> byPlain, List.of(Link.of("wrap")), TARGET, panel)))
                .isFalse();
        assertThat(patch.same(Patch.of(own, List.of(), TARGET, panel))).isFalse();
    }

    @Test
    void isTheSameUntilALinkIsReplaced() throws Exception {
        Patch before = Patch.of(ROUTE, TARGET, panel);
        assertThat(before.same(Patch.of(ROUTE, TARGET, panel))).isTrue();
        assertThat(before.same(Patch.of(Route.parse("plain > proxy(q.test:1) > wrap"), TARGET, panel)))
                .isFalse();
        Guard other = panel.plug("wrap", 1, layer("other", byWrap));
        assertThat(before.same(Patch.of(ROUTE, TARGET, panel))).isFalse();
        other.close();
        assertThat(before.same(Patch.of(ROUTE, TARGET, panel))).isTrue();
        assertThat(before.plugs()).extracting(Plug::name).containsExactly("plain", "proxy", "wrap");
    }

    @Test
    void isNotTheSameAfterALayerChangedByItself() throws Exception {
        Changing changing = new Changing();
        List<String> changes = new ArrayList<>();
        panel.watch(changes::add);
        Guard plug = panel.plug("wrap", 1, changing);
        Patch before = Patch.of(ROUTE, TARGET, panel);
        changing.watchers.forEach(Runnable::run);
        Patch after = Patch.of(ROUTE, TARGET, panel);
        assertThat(before.same(after)).isFalse();
        assertThat(after.plugs().get(2).plugged()).isSameAs(changing);
        assertThat(changes).containsExactly("wrap", "wrap");
        plug.close();
        assertThat(changing.watchers).isEmpty();
        assertThat(panel.layer("wrap").orElseThrow().plugged()).isNotSameAs(changing);
    }

    @Test
    void encryptsIfTheLastLayerDoes() throws Exception {
        assertThat(Patch.of(ROUTE, TARGET, panel).encrypts()).isFalse();
        panel.plug("wrap", 1, new Changing());
        assertThat(Patch.of(ROUTE, TARGET, panel).encrypts()).isTrue();
        assertThat(Patch.of(ROUTE.then(Link.of("proxy")), TARGET, panel).encrypts())
                .isFalse();
        assertThat(Patch.of(Route.parse("plain"), TARGET, panel).encrypts()).isFalse();
    }

    private static final class Changing implements Layer {
        private final List<Runnable> watchers = new ArrayList<>();

        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            throw new AssertionError("Expected nobody to ask");
        }

        @Override
        public boolean encrypts() {
            return true;
        }

        @Override
        public Guard watch(Runnable changed) {
            watchers.add(changed);
            return () -> watchers.remove(changed);
        }
    }

    private Layer layer(String name, CompletableFuture<Wire> stage) {
        return (below, target, attempt) -> {
            said.add(name + " to " + target + " over " + below);
            attempt.whenCancelled(() -> said.add("undone " + name));
            return stage;
        };
    }

    private CompletableFuture<Wire> connect() throws IOException {
        return connect(ROUTE);
    }

    private CompletableFuture<Wire> connect(Route route) throws IOException {
        return connect(Patch.of(route, TARGET, panel));
    }

    private CompletableFuture<Wire> connect(Connector connector) {
        return connect(connector, dial);
    }

    private CompletableFuture<Wire> connect(Connector connector, Dial dial) {
        CompletableFuture<Wire> result = new CompletableFuture<>();
        loop.run(() -> connector.connect(TARGET, dial).whenComplete((wire, error) -> {
            if (error == null) {
                result.complete(wire);
            } else {
                result.completeExceptionally(error);
            }
        }));
        return result;
    }

    private void finish(CompletableFuture<Wire> stage, Wire wire) {
        loop.run(() -> stage.complete(wire));
    }

    private static HopFailure failure(CompletableFuture<Wire> stage) {
        Throwable[] error = new Throwable[1];
        stage.whenComplete((wire, failure) -> error[0] = failure);
        assertThat(error[0]).isInstanceOf(HopFailure.class);
        return (HopFailure) error[0];
    }

    private Wire wire(String name) {
        return (Wire) Proxy.newProxyInstance(
                Wire.class.getClassLoader(), new Class<?>[] {Wire.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> said.add("closed " + name);
                        case "toString" -> {
                            return name;
                        }
                        case "equals" -> {
                            return self == arguments[0];
                        }
                        default -> {}
                    }
                    return null;
                });
    }
}
