package dev.jackfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.testkit.internal.Patience;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract on something flawed, and looks whether the tests that are there for it notice. */
final class Flaws {
    private Flaws() {}

    /** Without a flaw all tests run, and pass; with one, those that have to notice it. */
    static void assertCaught(Class<?> contract, String flaw, String... by) {
        String before = System.setProperty(Patience.PROPERTY, "1");
        try {
            if (by.length == 0) {
                Events tests = run(DiscoverySelectors.selectClass(contract));
                assertThat(tests.started().count()).as("tests run").isGreaterThan(10);
                assertThat(tests.failed().map(Flaws::why)).isEmpty();
            } else {
                List<String> failed = run(selectors(contract, by))
                        .failed()
                        .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                        .toList();
                assertThat(failed).as("what noticed " + flaw).containsExactlyInAnyOrder(simple(by));
            }
        } finally {
            if (before == null) {
                System.clearProperty(Patience.PROPERTY);
            } else {
                System.setProperty(Patience.PROPERTY, before);
            }
        }
    }

    private static Events run(DiscoverySelector... what) {
        return EngineTestKit.engine(new JupiterTestEngine())
                .selectors(what)
                .execute()
                .testEvents();
    }

    /** {@code test}, or {@code Nested.test}. */
    private static DiscoverySelector[] selectors(Class<?> contract, String... tests) {
        return Arrays.stream(tests)
                .map(test -> {
                    int dot = test.indexOf('.');
                    return dot < 0
                            ? DiscoverySelectors.selectMethod(contract, test)
                            : DiscoverySelectors.selectNestedMethod(
                                    List.of(contract),
                                    nested(contract, test.substring(0, dot)),
                                    test.substring(dot + 1));
                })
                .toArray(DiscoverySelector[]::new);
    }

    private static Class<?> nested(Class<?> contract, String name) {
        return Arrays.stream(contract.getSuperclass().getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String[] simple(String... tests) {
        return Arrays.stream(tests)
                .map(test -> test.substring(test.indexOf('.') + 1))
                .toArray(String[]::new);
    }

    private static String why(Event failed) {
        return failed.getTestDescriptor().getDisplayName() + ": " + failed.getPayload();
    }
}
