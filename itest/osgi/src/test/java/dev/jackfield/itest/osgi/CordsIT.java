package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** What an operator has plugged in stays, whatever else comes and goes. */
class CordsIT {
    private static final long PATIENCE_MILLIS = 10_000;

    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield", "picocli", "shell", "connector-trace");

    @ParameterizedTest
    @ValueSource(strings = {"resolver", "http"})
    void stayWhileAnotherBundleRestarts(String artifact) throws Exception {
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);
        ToIntFunction<String[]> commands = commands();
        String before = plug.apply("plain");
        assertThat(commands.applyAsInt(new String[] {"plug", "plain", "trace"})).isZero();
        String cord = plug.apply("plain");
        assertThat(cord).isNotEqualTo(before);
        Bundle bundle = framework.bundle(artifact);

        bundle.stop();
        assertThat(plug.apply("plain")).isEqualTo(cord);
        bundle.start();
        assertThat(plug.apply("plain")).isEqualTo(cord);

        assertThat(commands.applyAsInt(new String[] {"unplug", "plain"})).isZero();
        assertThat(plug.apply("plain")).isEqualTo(before);
    }

    private ToIntFunction<String[]> commands() throws Exception {
        ServiceTracker<ToIntFunction<String[]>, ToIntFunction<String[]>> tracker = new ServiceTracker<>(
                framework.context(),
                FrameworkUtil.createFilter(
                        "(&(objectClass=java.util.function.ToIntFunction)(jackfield.role=commands))"),
                null);
        // The other type of that service is on the class path of the tests, too, where it is another one.
        tracker.open(true);
        try {
            ToIntFunction<String[]> commands = tracker.waitForService(PATIENCE_MILLIS);
            assertThat(commands).as("the commands").isNotNull();
            return commands;
        } finally {
            tracker.close();
        }
    }
}
