package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;

/** The clients of a framework in the server of the JVM, which is outside of it. */
class JmxIT {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield-jmx");

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void showsEachClientAsLongAsItIsThere() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        Bundle user = framework.bundle("itest-osgi");
        ObjectName name =
                new ObjectName("dev.jackfield:type=Client,user=" + ObjectName.quote(FrameworkExtension.owner(user)));

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(server.getAttribute(name, "User")).isEqualTo(FrameworkExtension.owner(user));
            assertThat(server.getAttribute(name, "Connections")).isEqualTo(1);

            user.stop();
            assertThat(clients()).doesNotContain(name);
            user.start();
            framework.probe("get", Function.class);
            assertThat(clients()).contains(name);
        }
        framework.bundle("jmx").stop();
        assertThat(clients()).isEmpty();
        assertThat(server.queryNames(new ObjectName("dev.jackfield:*"), null)).isEmpty();
    }

    @Test
    void showsThePanel() throws Exception {
        ObjectName name = new ObjectName("dev.jackfield:type=Panel");
        TabularData plugs = (TabularData) server.getAttribute(name, "Plugs");
        assertThat(plugs.values().toString()).contains("dev.jackfield.connector.plain [");

        framework.bundle("connector-plain").stop();

        assertThat((Long) server.getAttribute(name, "Swaps")).isPositive();
    }

    private List<ObjectName> clients() throws Exception {
        return List.copyOf(server.queryNames(new ObjectName("dev.jackfield:type=Client,*"), null));
    }
}
