package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.testkit.internal.Patience;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract on something flawed and looks which of its tests notice. */
final class Flaws {
    private Flaws() {}

    static void assertCaught(Class<?> contract, String flaw, String... by) {
        String before = System.setProperty(Patience.PROPERTY, "1");
        try {
            Events tests = EngineTestKit.engine(new JupiterTestEngine())
                    .selectors(DiscoverySelectors.selectClass(contract))
                    .execute()
                    .testEvents();
            assertThat(tests.started().count()).as("tests run").isGreaterThan(10);
            List<String> failed = tests.failed()
                    .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                    .toList();
            if (by.length == 0) {
                assertThat(failed).isEmpty();
            } else {
                assertThat(failed).as("what noticed " + flaw).contains(by);
            }
        } finally {
            if (before == null) {
                System.clearProperty(Patience.PROPERTY);
            } else {
                System.setProperty(Patience.PROPERTY, before);
            }
        }
    }
}
