package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Plugs services in as their properties say, for as long as they are there. What makes no sense is plugged in nowhere, and
 * said so in the log.
 *
 * <p><i>Thread-safe</i>: the events of one service may come on several threads.
 *
 * @param <T> what is plugged in
 */
final class Whiteboard<T> {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final Sockets<T> sockets;
    private final LongFunction<String> owners;
    private final Map<Object, Service> services = new ConcurrentHashMap<>();

    /**
     * A whiteboard.
     *
     * @param sockets where services are plugged in
     * @param owners what to call the bundle of an id
     */
    Whiteboard(Sockets<T> sockets, LongFunction<String> owners) {
        this.sockets = sockets;
        this.owners = owners;
    }

    /** A service came, or its properties changed. */
    void seen(T service, Map<String, Object> properties) {
        services.computeIfAbsent(properties.getOrDefault("service.id", service), id -> new Service())
                .seen(service, properties);
    }

    /** A service went. */
    void went(T service, Map<String, Object> properties) {
        Service gone = services.remove(properties.getOrDefault("service.id", service));
        if (gone != null) {
            gone.went();
        }
    }

    /** A service that is plugged in, or was refused. */
    private final class Service {
        private Optional<Label> label = Optional.empty();
        private Guard guard = () -> {};
        private boolean gone;

        synchronized void seen(T service, Map<String, Object> properties) {
            Optional<Label> now = read(properties);
            if (gone || (now.isPresent() && now.equals(label))) {
                return;
            }
            // The new plug goes in before the old one is pulled, so that there is one all the time.
            Guard before = guard;
            label = Optional.empty();
            guard = () -> {};
            now.ifPresent(labelled -> plug(labelled, service, order(properties)));
            before.close();
        }

        private void plug(Label labelled, T service, long order) {
            try {
                guard = sockets.plug(labelled, service, order);
                label = Optional.of(labelled);
            } catch (IllegalArgumentException e) {
                LOG.log(Level.WARNING, "A service of " + labelled.owner() + " is not plugged in: " + e.getMessage(), e);
            }
        }

        synchronized void went() {
            gone = true;
            guard.close();
        }
    }

    private Optional<Label> read(Map<String, Object> properties) {
        String owner = properties.get("service.bundleid") instanceof Long id ? owners.apply(id) : "a service";
        try {
            int ranking = properties.get("service.ranking") instanceof Integer i ? i : 0;
            return Optional.of(new Label(name(properties), ranking, hosts(properties), owner));
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "A service of " + owner + " is not plugged in, for its properties make no sense: "
                            + e.getMessage());
            return Optional.empty();
        }
    }

    private static String name(Map<String, Object> properties) {
        List<String> names = texts(properties.get(Connector.NAME));
        if (names.size() != 1) {
            throw new IllegalArgumentException(Connector.NAME + ": Expected one name, got " + names);
        }
        return names.get(0);
    }

    private static List<HostPattern> hosts(Map<String, Object> properties) {
        try {
            return texts(properties.get(Connector.HOSTS)).stream()
                    .map(HostPattern::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Connector.HOSTS + ": " + e.getMessage(), e);
        }
    }

    /** A property is one value or several, as an array or a collection; forms and files often make an array of one. */
    private static List<String> texts(Object value) {
        Stream<?> values = value == null
                ? Stream.empty()
                : value instanceof Object[] several
                        ? Stream.of(several)
                        : value instanceof Collection<?> several ? several.stream() : Stream.of(value);
        return values.map(String::valueOf).toList();
    }

    private static long order(Map<String, Object> properties) {
        return properties.get("service.id") instanceof Long id ? id : Sockets.AFTER_SERVICES;
    }
}
