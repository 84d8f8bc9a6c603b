package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connectors that leave the work to what is in use under another name. */
@Timeout(30)
class BelowTest {
    private static final HostPort TARGET = HostPort.of("a.test", 80);
    private static final HostPort OTHER = HostPort.of("b.test", 80);

    private final TurnedLoop loop = new TurnedLoop();
    private final Panel panel = new PatchPanel(Map.of());
    private final List<String> asked = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();

    /** Does nothing itself. */
    private final class Over implements Connector {
        private final String called;
        private final Connector below;

        Over(String called, String name) {
            this.called = called;
            this.below = panel.below(this, name);
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            asked.add(called);
            return below.connect(target, attempt);
        }

        @Override
        public Connector configured(Link link) throws UnpluggedException {
            below.configured(link);
            return this;
        }

        @Override
        public Guard watch(Runnable tell) {
            return below.watch(() -> {
                changed.add(called);
                tell.run();
            });
        }
    }

    /** As an operator's is: from one name to another. */
    private final class Cord implements Connector {
        private final Link from;
        private final String to;

        Cord(String from, String to) {
            this.from = Link.of(from);
            this.to = to;
        }

        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            asked.add("cord");
            Plug<Connector> plug = panel.connector(to, target).orElseThrow();
            return plug.plugged().connect(target, Dial.within(attempt, from, target, plug));
        }

        @Override
        public Connector configured(Link link) throws UnpluggedException {
            panel.connector(to).orElseThrow().plugged().configured(Link.of(to));
            return this;
        }
    }

    /** Otherwise what is over it would count as in use with nobody below it, and its failure as one of the request. */
    @Test
    void whoHearsOfAChangeFindsThoseAboveChangedAlready() throws Exception {
        Guard plain = panel.plug("plain", 0, end("plain"));
        panel.plug("trace", 0, new Over("trace", "plain"));
        long before = panel.connector("trace").orElseThrow().generation();
        List<Long> found = new ArrayList<>();
        panel.watch(name -> {
            if (name.equals("plain")) {
                found.add(panel.connector("trace").orElseThrow().generation());
            }
        });
        plain.close();
        assertThat(found).singleElement().isNotEqualTo(before);
    }

    @Test
    void isLookedUpForEachTarget() throws Exception {
        panel.plug("plain", 0, end("plain"));
        panel.plug("plain", 10, List.of(HostPattern.parse("b.test")), end("special"));
        panel.plug("trace", 0, new Over("trace", "plain"));
        connect("trace", TARGET);
        connect("trace", OTHER);
        assertThat(asked).containsExactly("trace", "plain", "trace", "special");
    }

    @Test
    void anAddressOfATargetGoesByTheWayOfTheTarget() {
        panel.plug("plain", 0, end("plain"));
        panel.plug("plain", 10, List.of(HostPattern.parse("b.test")), end("special"));
        Connector below = panel.below(end("asker"), "plain");
        below.towards(OTHER).connect(HostPort.of("127.0.0.1", 80), Dial.on(loop));
        below.connect(HostPort.of("127.0.0.1", 80), Dial.on(loop));
        assertThat(asked).containsExactly("special", "plain");
    }

    @Test
    void whatWasPulledIsUsedByNobody() throws Exception {
        panel.plug("plain", 0, end("plain"));
        panel.plug("plain", 10, end("special"));
        panel.plug("trace", 0, new Over("trace", "plain"));
        panel.pull(panel.connector("plain").orElseThrow());
        connect("trace", TARGET);
        assertThat(asked).containsExactly("trace", "plain");
        panel.pull(panel.connector("plain").orElseThrow());
        assertThatThrownBy(() -> Patch.of(Route.parse("trace"), TARGET, panel))
                .as("who looks it up can wait")
                .isInstanceOfSatisfying(
                        UnpluggedException.class, e -> assertThat(e.name()).isEqualTo("plain"));
    }

    @Test
    void failsByTheStageWhereThereIsNone() {
        Connector trace = new Over("trace", "plain");
        panel.plug("trace", 0, trace);
        CompletableFuture<Wire> outcome = trace.connect(TARGET, Dial.on(loop)).toCompletableFuture();
        assertThat(outcome).as("before the call has returned").isNotDone();
        loop.settle();
        assertThat(outcome.handle((wire, error) -> error).join())
                .isInstanceOf(UnpluggedException.class)
                .hasMessage("Expected a connector named \"plain\" for a.test:80 below \"trace\", got none");
    }

    @Test
    void isNeverWhoAsksNorWhoHasAsked() throws Exception {
        panel.plug("plain", 0, end("plain"));
        panel.plug("plain", 1, new Over("one", "plain"));
        panel.plug("plain", 2, new Over("two", "plain"));
        panel.plug("plain", 3, new Over("three", "plain"));
        connect("plain", TARGET);
        assertThat(asked).containsExactly("three", "two", "one", "plain");
    }

    @Test
    void isWhatIsBehindACordToWhoAsks() throws Exception {
        Guard plain = panel.plug("plain", 0, end("plain"));
        panel.plug("trace", 0, new Over("trace", "plain"));
        panel.plug("plain", 1, new Cord("plain", "trace"));
        connect("plain", TARGET);
        assertThat(asked).containsExactly("cord", "trace", "plain");
        plain.close();
        assertThatThrownBy(() -> Patch.of(Route.parse("plain"), TARGET, panel)).isInstanceOf(UnpluggedException.class);
    }

    @Test
    void circlesFail() {
        Connector one = new Over("one", "two");
        panel.plug("one", 0, one);
        panel.plug("two", 0, new Over("two", "one"));
        assertThatThrownBy(() -> Patch.of(Route.parse("one"), TARGET, panel))
                .isInstanceOf(UnpluggedException.class)
                .hasMessageContaining("only those that leave the work to it");
        CompletableFuture<Wire> outcome = one.connect(TARGET, Dial.on(loop)).toCompletableFuture();
        loop.settle();
        assertThat(outcome).isCompletedExceptionally();
    }

    @Test
    void whoeverIsOverItHearsWhenSomethingElseIsThere() {
        Over trace = new Over("trace", "plain");
        panel.plug("trace", 0, trace);
        long before = panel.connector("trace").orElseThrow().generation();
        Guard plain = panel.plug("plain", 0, end("plain"));
        panel.plug("other", 0, end("other"));
        assertThat(changed).containsExactly("trace");
        assertThat(panel.connector("trace").orElseThrow().generation()).isGreaterThan(before);
        panel.pull(panel.connector("plain").orElseThrow());
        plain.close();
        assertThat(changed)
                .as("pulled, but the departure of what is pulled is nothing")
                .hasSize(2);
    }

    @Test
    void oneThatThrowsWhenItHearsHarmsNobody() {
        panel.below(end("asker"), "plain").watch(() -> {
            throw new IllegalStateException("thrown on purpose");
        });
        panel.plug("trace", 0, new Over("trace", "plain"));
        Guard plain = panel.plug("plain", 0, end("plain"));
        plain.close();
        assertThat(changed).containsExactly("trace", "trace");
        assertThat(panel.connector("plain")).isEmpty();
    }

    @Test
    void hearsOfWhatIsBehindACordAndIsNotLedRound() {
        panel.plug("trace", 0, new Over("trace", "plain"));
        Guard[] cord = {panel.plug("plain", 1, new Cord("plain", "trace"))};
        // As those who lay cords do: a new one whenever something else is at its other end.
        panel.watch(name -> {
            if (name.equals("trace")) {
                Guard old = cord[0];
                cord[0] = panel.plug("plain", 1, new Cord("plain", "trace"));
                old.close();
            }
        });
        long before = panel.connector("plain").orElseThrow().generation();
        changed.clear();
        panel.plug("plain", 0, end("plain"));
        assertThat(changed).containsExactly("trace");
        assertThat(panel.connector("plain").orElseThrow().generation()).isGreaterThan(before);
    }

    @Test
    void thoseInOneSocketHearOfWhatIsBehindThemOnceEach() {
        panel.plug("plain", 3, new Over("three", "plain"));
        panel.plug("plain", 2, new Over("two", "plain"));
        panel.plug("plain", 1, new Over("one", "plain"));
        changed.clear();
        panel.plug("plain", 0, end("plain"));
        assertThat(changed).hasSizeLessThanOrEqualTo(6).contains("one", "two", "three");
        changed.clear();
        panel.plug("plain", 4, end("front"));
        assertThat(changed).isEmpty();
    }

    private Connector end(String called) {
        return (target, attempt) -> {
            asked.add(called);
            return new CompletableFuture<>();
        };
    }

    private void connect(String route, HostPort target) throws Exception {
        CompletableFuture<Wire> stage = Patch.of(Route.parse(route), target, panel)
                .connect(target, Dial.on(loop))
                .toCompletableFuture();
        loop.settle();
        assertThat(stage).isNotDone();
    }
}
