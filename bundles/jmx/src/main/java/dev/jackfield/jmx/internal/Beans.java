package dev.jackfield.jmx.internal;

import dev.jackfield.loop.Guard;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Into the platform's server, and out again. */
public final class Beans {
    private Beans() {}

    /**
     * Registers one.
     *
     * @param type of the name
     * @param keys what else there is in the name; values are quoted
     * @return takes it away
     * @throws InstanceAlreadyExistsException if there is one of that name; the message is the name
     */
    public static <T> Guard register(String type, Map<String, String> keys, T bean, Class<T> face)
            throws InstanceAlreadyExistsException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = name(type, keys);
        try {
            server.registerMBean(new Described<>(bean, face), name);
        } catch (InstanceAlreadyExistsException e) {
            throw e;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        return Guard.of(() -> {
            try {
                server.unregisterMBean(name);
            } catch (InstanceNotFoundException goneAlready) {
                // Whoever manages the server may do so.
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ObjectName name(String type, Map<String, String> keys) {
        StringBuilder name = new StringBuilder("dev.jackfield:type=").append(type);
        keys.forEach((key, value) -> name.append(',').append(key).append('=').append(ObjectName.quote(value)));
        try {
            return new ObjectName(name.toString());
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
