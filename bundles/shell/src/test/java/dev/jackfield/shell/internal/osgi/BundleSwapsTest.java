package dev.jackfield.shell.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.shell.internal.demo.Swaps;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleSwapsTest {
    private final Panel panel = Panel.open();
    private final List<String> log = new ArrayList<>();
    private final FakeBundle plain = new FakeBundle("dev.jackfield.connector.plain", panel, log);
    private final FakeBundle trace = new FakeBundle("dev.jackfield.connector.trace", panel, log);

    @Test
    void startsOneBeforeItStopsTheOther() throws Exception {
        plain.start();
        BundleSwaps swaps = swaps();
        log.clear();
        assertThat(name(swaps)).startsWith("connector.plain");
        long before = generation();
        swaps.swap();
        assertThat(log).containsExactly("start connector.trace", "stop connector.plain");
        assertThat(name(swaps)).startsWith("connector.trace");
        assertThat(generation()).isGreaterThan(before);
        swaps.swap();
        assertThat(log).endsWith("start connector.plain", "stop connector.trace");
        assertThat(name(swaps)).startsWith("connector.plain");
    }

    @Test
    void leavesEverythingAsItWas() throws Exception {
        trace.start();
        BundleSwaps swaps = swaps();
        swaps.swap();
        swaps.close();
        assertThat(plain.running()).isFalse();
        assertThat(trace.running()).isTrue();
        assertThat(log).endsWith("start connector.trace", "stop connector.plain");
    }

    @Test
    void leavesBothRunningIfTheyWere() throws Exception {
        plain.start();
        trace.start();
        BundleSwaps swaps = swaps();
        assertThat(trace.running()).isFalse();
        swaps.swap();
        assertThat(plain.running()).isFalse();
        swaps.close();
        assertThat(plain.running()).isTrue();
        assertThat(trace.running()).isTrue();
    }

    @Test
    void failsIfNothingGetsPluggedInAndRecoversLater() throws Exception {
        plain.start();
        BundleSwaps swaps = swaps();
        trace.plugless(true);
        assertThatThrownBy(swaps::swap)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("dev.jackfield.connector.trace to plug in within 20 ms");
        assertThat(plain.running()).isTrue();
        assertThat(name(swaps)).startsWith("connector.plain");
        trace.plugless(false);
        swaps.swap();
        assertThat(name(swaps)).startsWith("connector.trace");
        assertThat(plain.running()).isFalse();
    }

    private BundleSwaps swaps() throws IOException {
        return new BundleSwaps(panel, plain.bundle(), trace.bundle(), Duration.ofMillis(20));
    }

    private long generation() {
        return panel.connector(Swaps.NAME).map(Plug::generation).orElseThrow();
    }

    private static String name(BundleSwaps swaps) {
        return swaps.sockets().get(swaps.inUse());
    }
}
