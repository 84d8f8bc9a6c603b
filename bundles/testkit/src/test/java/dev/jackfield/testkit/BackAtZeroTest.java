package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

class BackAtZeroTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void isContentWhenNothingIsLeft() {
        assertThatCode(new BackAtZero(() -> Map.of("sockets", 0, "timers", 0))::check)
                .doesNotThrowAnyException();
    }

    @Test
    void showsWhatIsLeft() {
        BackAtZero guard = new BackAtZero(() -> Map.of("sockets", 2, "timers", 0, "slots", -1), SHORT);
        assertThatThrownBy(guard::check)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("Left behind, and still there after 20 ms: {slots=-1, sockets=2}");
    }

    @Test
    void waitsForWhatIsAboutToEnd() {
        AtomicInteger left = new AtomicInteger(5);
        assertThatCode(new BackAtZero(() -> Map.of("sockets", left.getAndDecrement()))::check)
                .doesNotThrowAnyException();
    }

    @Test
    void failsTheTestThatLeftIt() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Leaky.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.succeeded(1).failed(1));
    }

    static class Leaky {
        private int sockets;

        @RegisterExtension
        final BackAtZero guard = new BackAtZero(() -> Map.of("sockets", sockets), SHORT);

        @Test
        void leaves() {
            sockets = 1;
        }

        @Test
        void cleansUp() {
            sockets = 0;
        }
    }
}
