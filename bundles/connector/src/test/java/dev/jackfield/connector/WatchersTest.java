package dev.jackfield.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.PatchPanel;
import dev.jackfield.loop.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class WatchersTest {
    private final Watchers watchers = new Watchers();
    private final List<String> heard = new ArrayList<>();

    @Test
    void tellsEachWatcherUntilItLeaves() {
        Guard one = watchers.watch(() -> heard.add("one"));
        watchers.watch(() -> heard.add("two"));
        watchers.changed();
        one.close();
        one.close();
        watchers.changed();
        assertThat(heard).containsExactly("one", "two", "two");
    }

    @Test
    void aWatcherThatThrowsHarmsNobody() {
        watchers.watch(() -> {
            throw new IllegalStateException("thrown on purpose");
        });
        watchers.watch(() -> heard.add("two"));
        watchers.changed();
        assertThat(heard).containsExactly("two");
    }

    @Test
    void aConnectorThatChangesByItselfGetsANewGeneration() {
        PatchPanel panel = new PatchPanel(Map.of());
        Guard guard = panel.plug("plain", 0, new Changing(watchers));
        long before = panel.connector("plain").orElseThrow().generation();
        panel.watch(heard::add);
        watchers.changed();
        assertThat(heard).containsExactly("plain");
        assertThat(panel.connector("plain").orElseThrow().generation()).isGreaterThan(before);
        guard.close();
        watchers.changed();
        assertThat(panel.plugs()).isEmpty();
    }

    private record Changing(Watchers watchers) implements Connector {
        @Override
        public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
            return new CompletableFuture<>();
        }

        @Override
        public Guard watch(Runnable changed) {
            return watchers.watch(changed);
        }
    }
}
