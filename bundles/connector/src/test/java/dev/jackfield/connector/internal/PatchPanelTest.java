package dev.jackfield.connector.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchPanelTest {
    private final PatchPanel panel = new PatchPanel();
    private final Services services = new Services(panel);
    private final Connector first = (target, attempt) -> new CompletableFuture<>();
    private final Connector second = (target, attempt) -> new CompletableFuture<>();
    private final List<String> changes = new ArrayList<>();

    @Test
    void hasNothingUnderANameThatNobodyUses() {
        assertThat(panel.connector("plain")).isEmpty();
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void usesTheHighestRankingAndOfEqualsTheFirst() {
        panel.plug("plain", 0, first);
        panel.plug("plain", 0, second);
        assertThat(inUse("plain")).containsSame(first);
        Guard higher = panel.plug("plain", 1, second);
        assertThat(inUse("plain")).containsSame(second);
        panel.plug("plain", Integer.MIN_VALUE, first);
        higher.close();
        assertThat(inUse("plain")).containsSame(first);
        assertThat(panel.plugs()).extracting(Plug::ranking).containsExactly(0, 0, Integer.MIN_VALUE);
    }

    @Test
    void pullsAPlugOnceAndOnlyThatOne() {
        Guard one = panel.plug("plain", 0, first);
        panel.plug("plain", 0, first);
        one.close();
        one.close();
        assertThat(panel.plugs()).hasSize(1);
    }

    @Test
    void givesEveryPlugAGenerationOfItsOwn() {
        panel.plug("plain", 0, first).close();
        panel.plug("plain", 0, first);
        panel.plug("other", 0, first);
        assertThat(panel.plugs()).extracting(Plug::generation).containsExactly(3L, 2L);
        assertThat(panel.plugs()).extracting(Plug::name).containsExactly("other", "plain");
    }

    @Test
    void tellsWatchersWhatIsInUseNowAndNothingElse() {
        panel.watch(changes::add);
        Guard guard = panel.plug("plain", 5, first);
        Guard waiting = panel.plug("plain", 4, second);
        waiting.close();
        panel.plug("other", 0, second);
        guard.close();
        assertThat(changes).containsExactly("plain", "other", "plain");
    }

    @Test
    void tellsNobodyAfterTheEndOfTheWatch() {
        Guard once = panel.watch(changes::add);
        panel.watch(changes::add);
        once.close();
        once.close();
        panel.plug("plain", 0, first);
        assertThat(changes).containsExactly("plain");
    }

    @Test
    void aWatcherThatThrowsHarmsNobody() {
        panel.watch(name -> {
            throw new IllegalStateException("thrown on purpose");
        });
        panel.watch(changes::add);
        panel.plug("plain", 0, first).close();
        assertThat(changes).containsExactly("plain", "plain");
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void followsServices() {
        panel.watch(changes::add);
        Map<String, Object> properties = service(7, "plain");
        services.bindConnector(first, properties);
        services.bindConnector(second, service(8, "plain"));
        assertThat(panel.connector("plain")).get().satisfies(plug -> {
            assertThat(plug.plugged()).isSameAs(first);
            assertThat(plug.owner()).isEqualTo("bundle 42");
        });
        properties.put("service.ranking", -1);
        services.updatedConnector(first, properties);
        assertThat(inUse("plain")).containsSame(second);
        properties.put("jackfield.name", "other");
        services.updatedConnector(first, properties);
        assertThat(inUse("other")).containsSame(first);
        services.unbindConnector(first, properties);
        services.unbindConnector(second, service(8, "plain"));
        services.unbindConnector(second, service(8, "plain"));
        assertThat(panel.plugs()).isEmpty();
        assertThat(changes).containsExactly("plain", "plain", "other", "other", "plain");
    }

    @Test
    void usesForATargetWhatIsForItBeforeWhatRanksLower() {
        panel.watch(changes::add);
        panel.plug("plain", 0, first);
        Guard guard =
                panel.plug("plain", 1, List.of(HostPattern.parse("*.test"), HostPattern.parse("[::1]:80")), second);
        assertThat(inUse("plain", "a.test:80")).containsSame(second);
        assertThat(inUse("plain", "[::1]:80")).containsSame(second);
        assertThat(inUse("plain", "[::1]:81")).containsSame(first);
        assertThat(inUse("plain", "test:80")).containsSame(first);
        assertThat(inUse("plain")).containsSame(first);
        Guard below = panel.plug("plain", -1, List.of(HostPattern.parse("test")), second);
        assertThat(inUse("plain", "test:80")).containsSame(first);
        below.close();
        guard.close();
        assertThat(inUse("plain", "a.test:80")).containsSame(first);
        assertThat(changes).containsExactly("plain", "plain", "plain");
    }

    @Test
    void pullsWhatOthersPluggedInAndPutsItBackAsSomethingNew() {
        panel.watch(changes::add);
        Guard guard = panel.plug("plain", 1, first);
        panel.plug("plain", 0, second);
        Plug<Connector> plug = panel.connector("plain").orElseThrow();
        assertThat(panel.pull(plug)).isTrue();
        assertThat(panel.pull(plug)).isFalse();
        assertThat(inUse("plain")).containsSame(second);
        assertThat(inUse("plain", "a.test:80")).containsSame(second);
        assertThat(panel.plugs()).extracting(Plug::pulled).containsExactly(true, false);
        assertThat(panel.putBack(plug)).isTrue();
        assertThat(panel.putBack(plug)).isFalse();
        assertThat(panel.connector("plain")).get().satisfies(back -> {
            assertThat(back.plugged()).isSameAs(first);
            assertThat(back.generation()).isGreaterThan(plug.generation());
            assertThat(back.since()).isAfterOrEqualTo(plug.since());
        });
        assertThat(panel.pull(plug)).as("a generation that is gone").isFalse();
        guard.close();
        assertThat(panel.putBack(plug)).isFalse();
        assertThat(panel.plugs()).hasSize(1);
        assertThat(changes).containsExactly("plain", "plain", "plain", "plain");
    }

    @Test
    void keepsItsGenerationWhileSomethingElseIsInUseOrItIsPulled() {
        panel.plug("plain", 0, first);
        long generation = panel.connector("plain").orElseThrow().generation();
        panel.plug("plain", 1, second).close();
        assertThat(panel.connector("plain").orElseThrow().generation()).isEqualTo(generation);
        panel.pull(panel.connector("plain").orElseThrow());
        assertThat(panel.plugs()).extracting(Plug::generation).containsExactly(generation);
    }

    @Test
    void aModificationLeavesNoGap() {
        List<Boolean> there = new ArrayList<>();
        Map<String, Object> properties = service(7, "plain");
        services.bindConnector(first, properties);
        long generation = panel.connector("plain").orElseThrow().generation();
        panel.watch(name -> there.add(panel.connector(name).isPresent()));
        for (int ranking : new int[] {1, -1}) {
            properties.put("service.ranking", ranking);
            services.updatedConnector(first, properties);
        }
        assertThat(there).isNotEmpty().doesNotContain(false);
        assertThat(panel.connector("plain").orElseThrow().generation()).isGreaterThan(generation);
    }

    @Test
    void pullsLayersAndConnectorsOfOneNameApart() {
        Layer layer = (below, target, attempt) -> new CompletableFuture<>();
        panel.plug("both", 0, first);
        panel.plug("both", 0, layer);
        panel.pull(panel.layer("both").orElseThrow());
        assertThat(panel.layer("both")).isEmpty();
        assertThat(inUse("both")).containsSame(first);
    }

    @Test
    void aServiceIsPluggedInAsItsPropertiesSayAndNotAtAllIfTheyMakeNoSense() {
        Map<String, Object> properties = service(7, "plain");
        properties.put("jackfield.hosts", new String[] {"*.test", "10.0.0.0/8"});
        services.bindConnector(first, properties);
        assertThat(panel.connector("plain")).isEmpty();
        long generation = panel.plugs().get(0).generation();
        properties.put("something.else", "changed");
        services.updatedConnector(first, properties);
        assertThat(panel.plugs()).extracting(Plug::generation).containsExactly(generation);
        properties.put("jackfield.hosts", List.of("a.test"));
        services.updatedConnector(first, properties);
        assertThat(inUse("plain", "a.test:80")).containsSame(first);
        assertThat(inUse("plain", "b.test:80")).isEmpty();
        properties.put("jackfield.hosts", "no host");
        services.updatedConnector(first, properties);
        assertThat(panel.plugs()).isEmpty();
        properties.put("jackfield.name", "no name");
        services.updatedConnector(first, properties);
        assertThat(panel.plugs()).isEmpty();
        properties.put("jackfield.name", "plain");
        properties.remove("jackfield.hosts");
        services.updatedConnector(first, properties);
        assertThat(inUse("plain")).containsSame(first);
        services.unbindConnector(first, properties);
        services.updatedConnector(first, properties);
        services.unbindConnector(first, properties);
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void neverLosesAnythingWhenManyPatchAtOnce() throws Exception {
        panel.plug("plain", 0, first);
        List<CompletableFuture<Void>> patchers = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        Guard guard = panel.plug("plain", i % 3 - 1, second);
                        assertThat(panel.connector("plain")).isPresent();
                        guard.close();
                    }
                }))
                .toList();
        for (CompletableFuture<Void> patcher : patchers) {
            patcher.get(20, TimeUnit.SECONDS);
        }
        assertThat(panel.plugs()).extracting(plug -> (Object) plug.plugged()).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\n", "\u00e4", "a/b", "a>b"})
    void refusesOddNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.plug(name, 0, first))
                .withMessage("Expected a name of letters, digits, '-', '_' and '.', got \"" + name + "\"");
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void tellsNobodyOfWhatIsInUseForNobody() {
        List<HostPattern> some = List.of(HostPattern.parse("a.test"), HostPattern.parse("b.test"));
        panel.plug("plain", 10, some, first);
        panel.plug("other", 10, List.of(HostPattern.ANY), first);
        panel.watch(changes::add);
        Guard behindTheSame = panel.plug("plain", 5, some, second);
        Guard behindAPart = panel.plug("plain", 4, some.subList(1, 2), second);
        Guard behindAny = panel.plug("other", 5, second);
        behindAny.close();
        behindAPart.close();
        behindTheSame.close();
        assertThat(changes).isEmpty();
        panel.plug("plain", 5, List.of(some.get(0), HostPattern.parse("c.test")), second);
        assertThat(changes).containsExactly("plain");
    }

    @Test
    void oneForAnyHostIsForAll() {
        panel.plug("plain", 10, List.of(HostPattern.parse("a.test"), HostPattern.ANY), first);
        panel.plug("plain", 5, second);
        assertThat(inUse("plain")).containsSame(first);
        assertThat(((Panel) panel).plugs()).extracting(Plug::forAll).containsExactly(true, true);
    }

    /** Of both types. */
    private interface Both extends Connector, Layer {
        @Override
        default Both configured(Link link) {
            return this;
        }

        @Override
        default Guard watch(Runnable changed) {
            return () -> {};
        }
    }

    @Test
    void pullsALayerThatIsAConnectorToo() {
        Both both = new Both() {
            @Override
            public CompletableFuture<Wire> connect(HostPort target, Attempt attempt) {
                return new CompletableFuture<>();
            }

            @Override
            public CompletableFuture<Wire> over(Wire below, HostPort target, Attempt attempt) {
                return new CompletableFuture<>();
            }
        };
        panel.plug("both", 0, (Layer) both);
        assertThat(panel.connector("both")).isEmpty();
        Plug<Layer> plug = panel.layer("both").orElseThrow();
        assertThat(panel.pull(plug)).isTrue();
        assertThat(panel.layer("both")).isEmpty();
        assertThat(panel.putBack(plug)).isTrue();
    }

    /** A connector with a watch of its own. */
    private record Watched(Supplier<Guard> guard) implements Connector {
        @Override
        public CompletableFuture<Wire> connect(HostPort target, Attempt attempt) {
            return new CompletableFuture<>();
        }

        @Override
        public Guard watch(Runnable changed) {
            return guard.get();
        }
    }

    private static Connector unwatchable() {
        return new Watched(() -> {
            throw new IllegalStateException("on purpose");
        });
    }

    @Test
    void whatCannotBeWatchedIsNotPluggedIn() {
        panel.watch(changes::add);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.plug("plain", 0, unwatchable()))
                .withMessage("Expected " + Watched.class.getName()
                        + " to be watched, got java.lang.IllegalStateException: on purpose");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.plug("plain", 0, new Watched(() -> null)))
                .withMessageContaining("Expected a guard, got null");
        assertThat(panel.plugs()).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    void aServiceThatCannotBeWatchedAnyMoreIsNotPluggedInAnyMore() {
        boolean[] fails = new boolean[1];
        Connector connector = new Watched(() -> fails[0] ? null : () -> {});
        Map<String, Object> properties = service(7, "plain");
        services.bindConnector(connector, properties);
        assertThat(panel.plugs()).hasSize(1);
        fails[0] = true;
        properties.put("service.ranking", 1);
        services.updatedConnector(connector, properties);
        assertThat(panel.plugs()).isEmpty();
        fails[0] = false;
        services.updatedConnector(connector, properties);
        assertThat(panel.plugs()).hasSize(1);
        services.unbindConnector(connector, properties);
        assertThat(panel.plugs()).isEmpty();
        services.bindConnector(unwatchable(), service(8, "plain"));
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void leavesThePanelEvenIfTheWatchCannotBeEnded() {
        Guard guard = panel.plug("plain", 0, new Watched(() -> () -> {
            throw new IllegalStateException("on purpose");
        }));
        assertThat(panel.plugs()).hasSize(1);
        guard.close();
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void takesANameThatIsAnArrayOfOneAndShowsWhatElseItGot() {
        Map<String, Object> properties = service(7, "plain");
        properties.put("jackfield.name", new String[] {"plain"});
        services.bindConnector(first, properties);
        assertThat(inUse("plain")).containsSame(first);
        Logger logger = Logger.getLogger("dev.jackfield.connector");
        List<String> logged = new ArrayList<>();
        Filter before = logger.getFilter();
        logger.setFilter(line -> !logged.add(line.getMessage()));
        properties.put("jackfield.name", new String[] {"a", "b"});
        services.updatedConnector(first, properties);
        logger.setFilter(before);
        assertThat(panel.plugs()).isEmpty();
        assertThat(logged).singleElement().asString().endsWith("jackfield.name: Expected one name, got [a, b]");
    }

    @Test
    void manyUnderOneNameTakeNoTimeToSort() {
        int many = 10_000;
        List<Guard> guards = new ArrayList<>(many);
        // Of this thread alone, however busy the machine is; sorting each time takes more than 2 s.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < many; i++) {
            guards.add(panel.plug("plain", 0, first));
        }
        guards.forEach(Guard::close);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin)).isLessThan(Duration.ofMillis(1_500));
        assertThat(panel.plugs()).isEmpty();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Panel.class)).hasOnlyElementsOfType(PatchPanel.class);
    }

    private Optional<Connector> inUse(String name) {
        return panel.connector(name).map(Plug::plugged);
    }

    private Optional<Connector> inUse(String name, String target) {
        return panel.connector(name, HostPort.parse(target)).map(Plug::plugged);
    }

    private static Map<String, Object> service(long id, String name) {
        return new HashMap<>(Map.of("service.id", id, "service.bundleid", 42L, "jackfield.name", name));
    }
}
