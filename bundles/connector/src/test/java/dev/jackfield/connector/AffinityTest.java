package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AffinityTest {
    private static final HostPort TARGET = HostPort.of("origin.test", 443);

    private final Wire wire = (Wire) Proxy.newProxyInstance(
            Wire.class.getClassLoader(), new Class<?>[] {Wire.class}, (self, method, arguments) -> null);
    private final TurnedLoop loop = new TurnedLoop();
    private final Panel panel = new PatchPanel(Map.of());
    private final List<Affinity> seen = new ArrayList<>();
    private final Layer noting = (below, target, attempt) -> {
        seen.add(attempt.affinity());
        return CompletableFuture.completedFuture(below);
    };

    private final Connector plain = (target, attempt) -> {
        seen.add(attempt.affinity());
        return CompletableFuture.completedFuture(wire);
    };

    @BeforeEach
    void plug() {
        panel.plug("plain", 0, plain);
        for (String name : List.of("socks", "tls")) {
            panel.plug(name, 0, new Taking(noting));
        }
    }

    @Test
    void isOfEqualPartsAndVeryObjects() {
        String object = new String("object");
        Affinity affinity = Affinity.none().with("alice").withVery(object);
        assertThat(affinity).isEqualTo(Affinity.none().with("alice").withVery(object));
        assertThat(affinity).hasSameHashCodeAs(Affinity.none().with("alice").withVery(object));
        assertThat(affinity).isNotEqualTo(Affinity.none().with("bob").withVery(object));
        assertThat(affinity).isNotEqualTo(Affinity.none().with("alice").withVery(new String(object)));
        assertThat(affinity).isNotEqualTo(Affinity.none().with("alice").with(object));
        assertThat(affinity).isNotEqualTo(Affinity.none());
        assertThat(affinity).asString().doesNotContain("alice");
    }

    @Test
    void keepsNoVeryObjectAlive() {
        Object object = new Object();
        Affinity affinity = Affinity.none().withVery(object).with("x");
        assertThat(affinity.lost()).isFalse();
        Reference.reachabilityFence(object);
        WeakReference<Object> gone = new WeakReference<>(object);
        object = null;
        for (int at = 0; gone.get() != null && at < 100; at++) {
            System.gc();
        }
        assertThat(affinity.lost()).isTrue();
        assertThat(affinity)
                .isEqualTo(affinity)
                .isNotEqualTo(Affinity.none().withVery(new Object()).with("x"));
    }

    @Test
    void aDialHasTheCallersAndPassesItOn() {
        Affinity alice = Affinity.none().with("alice");
        Dial dial = Dial.on(loop);
        assertThat(dial.affinity()).isEqualTo(Affinity.none());
        Dial sharing = dial.sharing(alice);
        assertThat(sharing.speaking(List.of()).affinity()).isEqualTo(alice);
        assertThat(Dial.within(sharing).accepting(wire -> true).affinity()).isEqualTo(alice);
        assertThatNullPointerException().isThrownBy(() -> dial.sharing(null));
    }

    @Test
    void theSameWayIsSharedByTheSameCallers() throws Exception {
        Affinity alice = Affinity.none().with("alice");
        List<Affinity> hops = by("plain > tls > tls", alice);
        assertThat(hops).hasSize(3).doesNotHaveDuplicates();
        assertThat(by("plain > tls > tls", alice)).isEqualTo(hops);
        assertThat(by("plain > tls > tls", Affinity.none().with("bob"))).doesNotContainAnyElementsOf(hops);
    }

    @Test
    void anotherWayIsNotShared() throws Exception {
        List<Affinity> known = new ArrayList<>(by("plain > tls"));
        for (String route : List.of(
                "plain(p.test:1) > tls",
                "plain > socks(s.test:1) > tls",
                "plain > socks(me:x@s.test:1) > tls",
                "plain > socks(me:y@s.test:1) > tls",
                "plain > socks(s.test:2) > tls")) {
            Affinity tls = last(by(route));
            assertThat(known).as(route).doesNotContain(tls);
            known.add(tls);
        }
    }

    @Test
    void whatComesBehindMakesNoDifference() throws Exception {
        assertThat(by("plain > tls > socks(s.test:1)").get(1))
                .isEqualTo(by("plain > tls").get(1));
    }

    @Test
    void anotherPlugUnderTheSameNameIsAnotherWay() throws Exception {
        Affinity before = last(by("plain > tls"));
        Guard cord = panel.plug("plain", 5, (target, attempt) -> plain.connect(target, attempt));
        assertThat(last(by("plain > tls"))).isNotEqualTo(before);
        cord.close();
        assertThat(last(by("plain > tls"))).isEqualTo(before);
        panel.plug("tls", 5, new Taking(noting));
        assertThat(last(by("plain > tls"))).as("the layer's own age").isEqualTo(before);
    }

    @Test
    void aConnectorThatWasBroughtAlongSharesWithItselfOnly() throws Exception {
        Connector mine = (target, attempt) -> plain.connect(target, attempt);
        Connector other = (target, attempt) -> plain.connect(target, attempt);
        Affinity before = last(along(mine, List.of()));
        assertThat(last(along(mine, List.of()))).isEqualTo(before);
        assertThat(last(along(other, List.of()))).isNotEqualTo(before);
        before = last(along(mine, List.of(Link.of("tls"))));
        assertThat(last(along(mine, List.of(Link.of("tls"))))).isEqualTo(before);
        assertThat(last(along(other, List.of(Link.of("tls"))))).isNotEqualTo(before);
    }

    @Test
    void aLayerInCodeKnowsWhatItIsOver() {
        Connector once = plain.with(noting);
        Connector twice = once.with(noting);
        assertThat(connected(twice, Affinity.none())).hasSize(3).doesNotHaveDuplicates();
        assertThat(last(connected(twice, Affinity.none()))).isEqualTo(last(connected(twice, Affinity.none())));
        Connector proxied = plain.by(TARGET, noting).with(noting);
        assertThat(last(connected(proxied, Affinity.none()))).isNotEqualTo(last(connected(once, Affinity.none())));
    }

    private List<Affinity> by(String route) throws Exception {
        return by(route, Affinity.none());
    }

    private List<Affinity> by(String route, Affinity affinity) throws Exception {
        return connected(Patch.of(Route.parse(route), TARGET, panel), affinity);
    }

    private List<Affinity> along(Connector connector, List<Link> layers) throws Exception {
        return connected(Patch.of(connector, layers, TARGET, panel), Affinity.none());
    }

    /** What each link saw, in order. */
    private List<Affinity> connected(Connector connector, Affinity affinity) {
        seen.clear();
        loop.run(() -> connector.connect(TARGET, Dial.on(loop).sharing(affinity)));
        return List.copyOf(seen);
    }

    private static Affinity last(List<Affinity> affinities) {
        return affinities.get(affinities.size() - 1);
    }

    /** Takes whatever stands in its brackets. */
    private record Taking(Layer layer) implements Layer {
        @Override
        public Layer configured(Link link) {
            return layer;
        }

        @Override
        public CompletionStage<Wire> over(Wire below, HostPort target, Attempt attempt) {
            return layer.over(below, target, attempt);
        }
    }
}
