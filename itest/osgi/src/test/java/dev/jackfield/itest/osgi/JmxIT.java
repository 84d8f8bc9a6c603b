package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.NotificationListener;
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
            await(name, true);
            assertThat(server.getAttribute(name, "User")).isEqualTo(FrameworkExtension.owner(user));
            assertThat(server.getAttribute(name, "Connections")).isEqualTo(1);

            user.stop();
            await(name, false);
            user.start();
            framework.probe("get", Function.class);
            await(name, true);
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

    /** The loops are asked for what a client does, so its MBean comes and goes a moment later. */
    private void await(ObjectName name, boolean there) throws Exception {
        Semaphore events = new Semaphore(0);
        NotificationListener listener = (event, any) -> events.release();
        server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener, null, null);
        try {
            while (server.isRegistered(name) != there) {
                assertThat(events.tryAcquire(10, TimeUnit.SECONDS))
                        .as(name + (there ? " comes" : " goes"))
                        .isTrue();
            }
        } finally {
            server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
        }
    }

    private List<ObjectName> clients() throws Exception {
        return List.copyOf(server.queryNames(new ObjectName("dev.jackfield:type=Client,*"), null));
    }
}
