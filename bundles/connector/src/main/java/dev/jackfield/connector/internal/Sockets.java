package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One row of the panel: an immutable list of plugs per name, replaced as a whole at every change, so that readers need no
 * lock.
 *
 * @param <T> what is plugged in
 */
final class Sockets<T> {
    /** Behind all services of the same ranking come those that were plugged in by code, in their order. */
    static final long AFTER_SERVICES = Long.MAX_VALUE / 2;

    private final Map<String, List<Ordered<T>>> sockets = new ConcurrentHashMap<>();
    private final Map<Object, Service> services = new ConcurrentHashMap<>();
    private final LongSupplier generations;
    private final Consumer<String> changes;
    private final BiFunction<T, Runnable, Guard> watch;

    /**
     * A plug and, among equals of ranking, its place: the lowest is in use, as among services the lowest id is; and of
     * those the one that came first, which is told by the first generation it had.
     */
    private record Ordered<T>(Plug<T> plug, long order, long came) {}

    /** A service that is plugged in. */
    private record Service(String name, int ranking, Guard guard) {}

    /**
     * An empty row.
     *
     * @param generations gives each plug its own
     * @param changes hears of each name under which something else is in use now
     * @param watch tells how to hear from what is plugged in that it has changed by itself
     */
    Sockets(LongSupplier generations, Consumer<String> changes, BiFunction<T, Runnable, Guard> watch) {
        this.generations = generations;
        this.changes = changes;
        this.watch = watch;
    }

    Optional<Plug<T>> inUse(String name) {
        List<Ordered<T>> plugs = sockets.get(name);
        return plugs == null ? Optional.empty() : Optional.of(plugs.get(0).plug);
    }

    List<Plug<T>> all() {
        return sockets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(socket -> socket.getValue().stream().map(Ordered::plug))
                .toList();
    }

    Guard plug(String name, int ranking, String owner, T plugged, long order) {
        Seat seat = new Seat(new Plug<>(Names.checked(name), ranking, generations.getAsLong(), owner, plugged), order);
        seat.take();
        Guard watching = watch.apply(plugged, seat::renew);
        return Guard.of(() -> {
            watching.close();
            seat.leave();
        });
    }

    void came(T service, Map<String, Object> properties) {
        String name = String.valueOf(properties.get(Connector.NAME));
        int ranking = properties.get("service.ranking") instanceof Integer i ? i : 0;
        long id = properties.get("service.id") instanceof Long l ? l : AFTER_SERVICES;
        Guard guard = plug(name, ranking, "bundle " + properties.get("service.bundleid"), service, id);
        services.put(id, new Service(name, ranking, guard));
    }

    /** If it is the name or the ranking that changed, the new plug goes in before the old one is pulled. */
    void changed(T service, Map<String, Object> properties) {
        Service old = services.get(properties.get("service.id"));
        Object ranking = properties.getOrDefault("service.ranking", 0);
        if (old != null
                && old.name.equals(properties.get(Connector.NAME))
                && Integer.valueOf(old.ranking).equals(ranking)) {
            return;
        }
        came(service, properties);
        if (old != null) {
            old.guard.close();
        }
    }

    void went(Map<String, Object> properties) {
        Service service = services.remove(properties.get("service.id"));
        if (service != null) {
            service.guard.close();
        }
    }

    private void patch(String name, UnaryOperator<List<Ordered<T>>> change) {
        boolean[] differs = new boolean[1];
        sockets.compute(name, (socket, plugs) -> {
            List<Ordered<T>> before = plugs == null ? List.of() : plugs;
            List<Ordered<T>> after = change.apply(before);
            differs[0] = before.isEmpty() || after.isEmpty()
                    ? before.isEmpty() != after.isEmpty()
                    : before.get(0) != after.get(0);
            return after.isEmpty() ? null : after;
        });
        if (differs[0]) {
            changes.accept(name);
        }
    }

    private static int inOrder(Ordered<?> a, Ordered<?> b) {
        int byRanking = Integer.compare(b.plug.ranking(), a.plug.ranking());
        int byOrder = byRanking != 0 ? byRanking : Long.compare(a.order, b.order);
        return byOrder != 0 ? byOrder : Long.compare(a.came, b.came);
    }

    /** The place of one thing in its socket, which it keeps when it changes by itself. */
    private final class Seat {
        private final String name;
        private Ordered<T> current;
        private boolean left;

        Seat(Plug<T> plug, long order) {
            this.name = plug.name();
            this.current = new Ordered<>(plug, order, plug.generation());
        }

        void take() {
            patch(
                    name,
                    plugs -> Stream.concat(plugs.stream(), Stream.of(current))
                            .sorted(Sockets::inOrder)
                            .toList());
        }

        /** Changes come on any thread, so which plug is the current one is decided within the change of the list. */
        void renew() {
            patch(name, plugs -> {
                if (left) {
                    return plugs;
                }
                Plug<T> old = current.plug;
                Ordered<T> renewed = new Ordered<>(
                        new Plug<>(name, old.ranking(), generations.getAsLong(), old.owner(), old.plugged()),
                        current.order,
                        current.came);
                List<Ordered<T>> after = plugs.stream()
                        .map(plug -> plug == current ? renewed : plug)
                        .toList();
                current = renewed;
                return after;
            });
        }

        void leave() {
            patch(name, plugs -> {
                left = true;
                return plugs.stream().filter(plug -> plug != current).toList();
            });
        }
    }
}
