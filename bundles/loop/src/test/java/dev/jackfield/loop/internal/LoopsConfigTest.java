package dev.jackfield.loop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.loop.ChannelLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the configuration says is used, and never ends what is under way. */
class LoopsConfigTest {
    private static final Map<String, Object> OF_THE_ADMINISTRATOR =
            Map.of("service.pid", "dev.jackfield.loop", "component.id", 7L, "felix.fileinstall.filename", "a.cfg");

    private final Logger logger = Logger.getLogger("dev.jackfield.loop");
    private final List<String> told = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord told) {
            LoopsConfigTest.this.told.add(new SimpleFormatter().formatMessage(told));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
    }

    @Test
    void isUsedFromTheStart() {
        assertThat(begun(OF_THE_ADMINISTRATOR)).isBetween(1, 4);
        assertThat(begun(Map.of("count", 3))).isEqualTo(3);
        assertThat(begun(Map.of("count", " 5 "))).isEqualTo(5);
        assertThat(begun(Map.of("count", new Integer[] {2}))).isEqualTo(2);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65", "many", "1.5", ""})
    void whatIsNoNumberOfLoopsIsNotUsed(String count) {
        assertThat(begun(Map.of("count", count))).isBetween(1, 4);
        assertThat(told)
                .containsExactly(
                        "Configuration dev.jackfield.loop: expected a count from 1 to 64, or 0 for the default,"
                                + " got \"" + count + "\"; the default is used");
    }

    @Test
    void aKeyThatMeansNothingIsRefusedWithAllThatStandsBesideIt() {
        assertThat(begun(Map.of("count", 3, "threads", 2))).isBetween(1, 4);
        assertThat(told)
                .containsExactly("Configuration dev.jackfield.loop: expected no key but \"count\", got \"threads\";"
                        + " the default is used");
    }

    @Test
    void aChangeEndsNothing() {
        try (NioLoops loops = new NioLoops(Map.of("count", 2))) {
            List<ChannelLoop> before = loops.all();
            loops.modified(Map.of("count", "2", "service.changecount", 2));
            assertThat(told).as("it means the same").isEmpty();
            loops.modified(Map.of("count", 2, "threads", 2));
            loops.modified(Map.of("count", 99));
            loops.modified(Map.of("count", 3));
            assertThat(told)
                    .containsExactly(
                            "Configuration dev.jackfield.loop: expected no key but \"count\", got \"threads\";"
                                    + " nothing of it is used, and nothing changes",
                            "Configuration dev.jackfield.loop: expected a count from 1 to 64, or 0 for the default, got"
                                    + " \"99\"; nothing of it is used, and nothing changes",
                            "Configuration dev.jackfield.loop: 3 loops are used from the next start of the bundle on,"
                                    + " until then 2");
            assertThat(loops.all()).isEqualTo(before);
            loops.all().forEach(loop -> loop.execute(() -> {}));
        }
    }

    private static int begun(Map<String, Object> config) {
        try (NioLoops loops = new NioLoops(config)) {
            return loops.all().size();
        }
    }
}
