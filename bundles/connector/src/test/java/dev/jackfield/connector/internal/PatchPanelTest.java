package dev.jackfield.connector.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchPanelTest {
    private final PatchPanel panel = new PatchPanel();
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
        panel.bindConnector(first, properties);
        panel.bindConnector(second, service(8, "plain"));
        assertThat(panel.connector("plain")).get().satisfies(plug -> {
            assertThat(plug.plugged()).isSameAs(first);
            assertThat(plug.owner()).isEqualTo("bundle 42");
        });
        properties.put("service.ranking", -1);
        panel.updatedConnector(first, properties);
        assertThat(inUse("plain")).containsSame(second);
        properties.put("jackfield.name", "other");
        panel.updatedConnector(first, properties);
        assertThat(inUse("other")).containsSame(first);
        panel.unbindConnector(first, properties);
        panel.unbindConnector(second, service(8, "plain"));
        panel.unbindConnector(second, service(8, "plain"));
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
        panel.bindConnector(first, properties);
        long generation = panel.connector("plain").orElseThrow().generation();
        panel.watch(name -> there.add(panel.connector(name).isPresent()));
        for (int ranking : new int[] {1, -1}) {
            properties.put("service.ranking", ranking);
            panel.updatedConnector(first, properties);
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
        panel.bindConnector(first, properties);
        assertThat(panel.connector("plain")).isEmpty();
        long generation = panel.plugs().get(0).generation();
        properties.put("something.else", "changed");
        panel.updatedConnector(first, properties);
        assertThat(panel.plugs()).extracting(Plug::generation).containsExactly(generation);
        properties.put("jackfield.hosts", List.of("a.test"));
        panel.updatedConnector(first, properties);
        assertThat(inUse("plain", "a.test:80")).containsSame(first);
        assertThat(inUse("plain", "b.test:80")).isEmpty();
        properties.put("jackfield.hosts", "no host");
        panel.updatedConnector(first, properties);
        assertThat(panel.plugs()).isEmpty();
        properties.put("jackfield.name", "no name");
        panel.updatedConnector(first, properties);
        assertThat(panel.plugs()).isEmpty();
        properties.put("jackfield.name", "plain");
        properties.remove("jackfield.hosts");
        panel.updatedConnector(first, properties);
        assertThat(inUse("plain")).containsSame(first);
        panel.unbindConnector(first, properties);
        panel.updatedConnector(first, properties);
        panel.unbindConnector(first, properties);
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
