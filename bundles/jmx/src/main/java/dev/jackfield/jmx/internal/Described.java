package dev.jackfield.jmx.internal;

import dev.jackfield.jmx.ClientMXBean;
import dev.jackfield.jmx.PanelMXBean;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.StandardMBean;

/** An MBean that tells what its attributes mean, and in which units they are; of itself it would only repeat their names. */
final class Described<T> extends StandardMBean {
    private static final Map<Class<?>, String> BEANS = Map.of(
            PanelMXBean.class, "What is plugged in, and how often that was swapped",
            ClientMXBean.class, "What an HTTP client holds on to");

    private static final Map<Class<?>, Map<String, String>> ATTRIBUTES = Map.of(
            PanelMXBean.class,
            Map.of(
                    "Plugs",
                    "Everything plugged in, by generation: what is in use, what waits behind it, and what was pulled",
                    "Swaps",
                    "How many times something else came into use under a name, since this MBean was registered"),
            ClientMXBean.class,
            Map.ofEntries(
                    Map.entry("User", "The bundle whose client it is; empty outside of OSGi"),
                    Map.entry(
                            "Name",
                            "The name of its configuration, or that which it was registered by; empty for none"),
                    Map.entry("Since", "When it was made; outside of OSGi, when it was registered"),
                    Map.entry("Queued", "Exchanges that wait for a connection, now"),
                    Map.entry("Active", "Exchanges under way, now"),
                    Map.entry("Connections", "Open connections, idle ones included, now"),
                    Map.entry("Idle", "Open connections without an exchange, now"),
                    Map.entry("Finishing", "Exchanges that have their answer, and whose sink is waited for, now"),
                    Map.entry("Draining", "Connections that end with their exchange, as their plug is out of use, now"),
                    Map.entry(
                            "Wires",
                            "Each connection, by origin; ageMillis and restMillis are in milliseconds: since it was made,"
                                    + " and since it was used")));

    Described(T bean, Class<T> face) {
        super(bean, face, true);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return BEANS.get(getMBeanInterface());
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        return ATTRIBUTES.get(getMBeanInterface()).get(info.getName());
    }
}
