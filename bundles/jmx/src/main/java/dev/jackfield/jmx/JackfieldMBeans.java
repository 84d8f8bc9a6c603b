package dev.jackfield.jmx;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientReading;
import dev.jackfield.http.HttpClient;
import dev.jackfield.jmx.internal.Beans;
import dev.jackfield.jmx.internal.ClientBean;
import dev.jackfield.jmx.internal.PanelBean;
import dev.jackfield.loop.Guard;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.management.InstanceAlreadyExistsException;

/** MBeans for who puts clients together in code; in OSGi there are some without asking. <i>Thread-safe.</i> */
public final class JackfieldMBeans {
    private JackfieldMBeans() {}

    /**
     * Registers a client and a panel with the platform's server.
     *
     * @param name what they shall be called there, not empty
     * @param client is not closed with the guard
     * @param panel the one that the client connects with
     * @return takes both away again
     * @throws IllegalArgumentException if there is something of that name already; then nothing is registered
     */
    public static Guard register(String name, HttpClient client, Panel panel) {
        Objects.requireNonNull(client, "client");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Expected a name, got an empty one");
        }
        Instant since = Instant.now();
        ClientBean bean = new ClientBean(
                () -> client.wires().thenApply(wires -> new ClientReading(name, "", since, client.readings(), wires)));
        try {
            Guard panels = PanelBean.register(panel, Map.of("name", name));
            try {
                Guard clients = Beans.register("Client", Map.of("name", name), bean, ClientMXBean.class);
                return Guard.of(() -> {
                    clients.close();
                    panels.close();
                });
            } catch (InstanceAlreadyExistsException e) {
                panels.close();
                throw e;
            }
        } catch (InstanceAlreadyExistsException e) {
            throw new IllegalArgumentException(
                    "Expected a name that nothing is registered by, got \"" + name + "\": " + e.getMessage(), e);
        }
    }
}
