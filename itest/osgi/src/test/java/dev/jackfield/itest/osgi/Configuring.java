package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.ServiceEvent;

/** Changes configurations, and waits for what comes of it: updates are asynchronous. */
record Configuring(FrameworkExtension framework) {
    static final String CLIENT = "dev.jackfield.http.HttpClient";

    /** One of a client; without properties it is taken away. */
    void change(String pid, Map<String, Object> properties) throws Exception {
        change(pid, properties, CLIENT);
    }

    /** Afterwards the service is a modified one, a new one, or gone. */
    void change(String pid, Map<String, Object> properties, String service) throws Exception {
        BiConsumer<String, Map<String, Object>> config = framework.probe("config", BiConsumer.class);
        CountDownLatch done = new CountDownLatch(1);
        boolean away = properties.isEmpty();
        // All: this side has no such class, and so could miss events of a service it cannot use.
        AllServiceListener listener = event -> {
            if (away == (event.getType() == ServiceEvent.UNREGISTERING)) {
                done.countDown();
            }
        };
        framework.context().addServiceListener(listener, "(objectClass=" + service + ")");
        config.accept(pid, properties);
        assertThat(done.await(10, TimeUnit.SECONDS))
                .as("a change of the service")
                .isTrue();
        framework.context().removeServiceListener(listener);
    }
}
