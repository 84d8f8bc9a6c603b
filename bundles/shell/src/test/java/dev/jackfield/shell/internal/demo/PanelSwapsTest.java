package dev.jackfield.shell.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PanelSwapsTest {
    private final Panel panel = Panel.open();
    private final Connector original = (target, attempt) -> CompletableFuture.failedFuture(new IOException("unused"));
    private final Guard plugged = panel.plug(Swaps.NAME, 7, original);

    @Test
    void putsANewPlugInUseEachTime() throws IOException {
        Set<Long> generations = new HashSet<>(Set.of(inUse().generation()));
        PanelSwaps swaps = new PanelSwaps(panel);
        assertThat(swaps.sockets().get(swaps.inUse())).isEqualTo("plain");
        int before = panel.plugs().size();
        for (int i = 1; i <= 5; i++) {
            swaps.swap();
            assertThat(generations.add(inUse().generation())).isTrue();
            assertThat(inUse().plugged())
                    .isInstanceOfSatisfying(
                            Relay.class, relay -> assertThat(relay.next().get()).isSameAs(original));
            assertThat(swaps.sockets().get(swaps.inUse())).isEqualTo(i % 2 == 1 ? "red cord" : "blue cord");
            assertThat(panel.plugs()).hasSize(before + 1);
        }
    }

    @Test
    void leavesEverythingAsItWas() throws IOException {
        var before = panel.plugs();
        PanelSwaps swaps = new PanelSwaps(panel);
        swaps.swap();
        swaps.swap();
        swaps.close();
        assertThat(panel.plugs()).isEqualTo(before);
    }

    @Test
    void noticesThatASwapHadNoEffect() {
        PanelSwaps swaps = new PanelSwaps(panel);
        Guard louder = panel.plug(Swaps.NAME, Integer.MAX_VALUE, original);
        assertThatThrownBy(swaps::swap).isInstanceOf(IOException.class).hasMessageContaining("Expected a relay in use");
        louder.close();
    }

    @Test
    void needsSomethingToSwap() {
        plugged.close();
        Panel empty = new EmptyPanel();
        assertThatThrownBy(() -> new PanelSwaps(empty)).hasMessageContaining("Nothing is plugged in as plain");
    }

    private Plug<Connector> inUse() {
        return panel.connector(Swaps.NAME).orElseThrow();
    }
}
