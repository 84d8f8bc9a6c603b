package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.PatchPanel;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links that leave the work to each other. */
@Timeout(30)
class CircleTest {
    private static final HostPort TARGET = HostPort.of("origin.test", 443);
    private static final Link MINE = Link.of("mine");

    private final TurnedLoop loop = new TurnedLoop();
    private final Panel panel = new PatchPanel(Map.of());
    private final List<Hop> hops = new ArrayList<>();
    private final Dial dial = Dial.on(loop).following(hops::add);

    @Test
    void aConnectorThatAsksForItsOwnName() throws Exception {
        asksItself(Dial::within);
        assertThat(failure("mine"))
                .hasMessageStartingWith(
                        "Expected links that do not leave the work to each other in a circle, got more than "
                                + Dial.MAX_DEPTH + " attempts within each other")
                .hasMessageContaining(CircleTest.class.getName() + ".");
    }

    @Test
    void aConnectorThatAsksForItsOwnNameAndLaterOnly() throws Exception {
        panel.plug("mine", 0, (target, attempt) -> {
            CompletableFuture<Wire> done = new CompletableFuture<>();
            attempt.loop().execute(() -> {
                try {
                    again(target, Dial.within(attempt))
                            .whenComplete((wire, error) -> done.completeExceptionally(error));
                } catch (IllegalStateException e) {
                    done.completeExceptionally(e);
                }
            });
            return done;
        });
        assertThat(failure("mine")).hasMessageContaining("more than 64 attempts");
    }

    @Test
    void aConnectorThatHandsOnTheVeryAttempt() throws Exception {
        asksItself(attempt -> attempt);
        assertThat(failure("mine"))
                .isInstanceOf(java.io.IOException.class)
                .hasMessageContaining("in a circle")
                .hasMessageContaining("behind \"mine\"")
                .hasMessageContaining(CircleTest.class.getName() + ".");
    }

    @Test
    void aConnectorBelowLayers() throws Exception {
        asksItself(attempt -> attempt);
        panel.plug("over", 0, (Layer) (below, target, attempt) -> new CompletableFuture<>());
        assertThat(failure("mine > over")).isInstanceOf(HopFailure.class).hasMessageContaining("in a circle");
    }

    @Test
    void aLayerThatAsksForItsOwnName() throws Exception {
        Wire wire = (Wire) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Wire.class}, (proxy, method, arguments) -> null);
        panel.plug("plain", 0, (target, attempt) -> CompletableFuture.completedFuture(wire));
        panel.plug("over", 0, (Layer) (below, target, attempt) ->
                panel.layer("over", target).orElseThrow().plugged().over(below, target, Dial.within(attempt)));
        assertThat(failure("plain > over"))
                .isInstanceOf(HopFailure.class)
                .hasMessageContaining("hop 2 of 2, over")
                .hasMessageContaining("more than 64 attempts");
    }

    @Test
    void isFoundWhenItClosesWhereItIsSaidByWhom() {
        Plug<Connector> trace = plugged("trace");
        Plug<Connector> mine = plugged("mine");
        Dial first = Dial.within(dial, MINE, TARGET, trace);
        Dial second = Dial.within(first, Link.of("trace"), TARGET, mine);
        assertThatIllegalStateException()
                .isThrownBy(() -> Dial.within(Dial.within(second), MINE, TARGET, trace))
                .withMessageContaining("in a circle, got mine by trace, generation " + trace.generation())
                .withMessageContaining(" > trace by mine, generation " + mine.generation());
    }

    @Test
    void isNoneWhereAnotherTargetIsAskedForOrAnotherLink() {
        Plug<Connector> trace = plugged("trace");
        Dial first = Dial.within(dial, MINE, TARGET, trace);
        assertThatCode(() -> Dial.within(first, MINE, HostPort.of("proxy.test", 1), trace))
                .doesNotThrowAnyException();
        assertThatCode(() -> Dial.within(first, Link.of("mine", "other"), TARGET, trace))
                .doesNotThrowAnyException();
        assertThatCode(() -> Dial.within(dial, MINE, TARGET, trace)).doesNotThrowAnyException();
    }

    @Test
    void whoHearsOfHopsIsToldByWhom() {
        Plug<Connector> trace = plugged("trace");
        Dial inner = Dial.within(Dial.within(dial), MINE, TARGET, trace);
        assertThat(hops)
                .singleElement()
                .hasToString("mine to origin.test:443 by trace, generation " + trace.generation() + ", of somebody");
        assertThat(inner.trail()).isEqualTo(hops);
        assertThat(inner.depth()).isEqualTo(2);
        assertThat(dial.trail()).isEmpty();
        assertThat(dial.depth()).isZero();
    }

    @Test
    void asManyAttemptsWithinEachOtherAsMayBe() {
        Dial deep = dial;
        for (int at = 0; at < Dial.MAX_DEPTH; at++) {
            deep = Dial.within(deep);
        }
        Dial deepest = deep;
        assertThatIllegalStateException().isThrownBy(() -> Dial.within(deepest)).withMessageContaining("more than 64");
    }

    /** What is asked may say itself what it is called. */
    private record Called(String label) implements Connector, Labelled {
        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            return new CompletableFuture<>();
        }
    }

    private Plug<Connector> plugged(String name) {
        panel.plug(name, 0, new Called("somebody"));
        return panel.connector(name).orElseThrow();
    }

    private void asksItself(UnaryOperator<Attempt> how) {
        panel.plug("mine", 0, (target, attempt) -> again(target, how.apply(attempt)));
    }

    private CompletionStage<Wire> again(HostPort target, Attempt attempt) {
        return panel.connector("mine", target).orElseThrow().plugged().connect(target, attempt);
    }

    private Throwable failure(String route) throws Exception {
        CompletableFuture<Wire> stage = Patch.of(Route.parse(route), TARGET, panel)
                .connect(TARGET, dial)
                .toCompletableFuture();
        assertThat(stage).isNotDone();
        loop.settle();
        assertThat(stage).isCompletedExceptionally();
        return stage.handle((wire, error) -> error).join();
    }
}
