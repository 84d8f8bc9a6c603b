package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.util.ArrayList;
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
    private final Map<Long, Seat> seats = new ConcurrentHashMap<>();
    private final LongSupplier generations;
    private final Consumer<String> changes;
    private final BiFunction<T, Runnable, Guard> watch;

    /**
     * A plug and, among equals of ranking, its place: the lowest is in use, as among services the lowest id is; and of
     * those the one that came first, which is told by the first generation it had.
     */
    private record Ordered<T>(Plug<T> plug, long order, long came) {}

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

    Optional<Plug<T>> inUse(String name, HostPort target) {
        for (Ordered<T> ordered : sockets.getOrDefault(name, List.of())) {
            if (ordered.plug.serves(target)) {
                return Optional.of(ordered.plug);
            }
        }
        return Optional.empty();
    }

    List<Plug<T>> all() {
        return sockets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(socket -> socket.getValue().stream().map(Ordered::plug))
                .toList();
    }

    /** Plugs something in as it is described, but for the generation. */
    Guard plug(Label label, T plugged, long order) {
        Seat seat = new Seat(label.plug(generations.getAsLong(), plugged), order);
        seat.take();
        Guard watching = watch.apply(plugged, seat::renew);
        return Guard.of(() -> {
            watching.close();
            seat.leave();
        });
    }

    /** Pulls the plug of a generation, or puts it back; returns false if it is not there or is so already. */
    boolean pulled(long generation, boolean out) {
        Seat seat = seats.get(generation);
        return seat != null && seat.pulled(generation, out);
    }

    private void patch(String name, UnaryOperator<List<Ordered<T>>> change) {
        boolean[] differs = new boolean[1];
        sockets.compute(name, (socket, plugs) -> {
            List<Ordered<T>> before = plugs == null ? List.of() : plugs;
            List<Ordered<T>> after = change.apply(before);
            differs[0] = !ofUse(before).equals(ofUse(after));
            return after.isEmpty() ? null : after;
        });
        if (differs[0]) {
            changes.accept(name);
        }
    }

    /** The generations of all that is in use for somebody. */
    private List<Long> ofUse(List<Ordered<T>> plugs) {
        List<Long> generationsOfUse = new ArrayList<>(2);
        for (Ordered<T> ordered : plugs) {
            if (!ordered.plug.pulled()) {
                generationsOfUse.add(ordered.plug.generation());
                if (ordered.plug.hosts().isEmpty()) {
                    break;
                }
            }
        }
        return generationsOfUse;
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
            patch(name, plugs -> {
                seats.put(current.plug.generation(), this);
                return Stream.concat(plugs.stream(), Stream.of(current))
                        .sorted(Sockets::inOrder)
                        .toList();
            });
        }

        void renew() {
            patch(name, plugs -> left ? plugs : replaced(plugs, current.plug.pulled()));
        }

        boolean pulled(long generation, boolean out) {
            boolean[] done = new boolean[1];
            patch(name, plugs -> {
                Plug<T> now = current.plug;
                done[0] = !left && now.generation() == generation && now.pulled() != out;
                return done[0] ? replaced(plugs, out) : plugs;
            });
            return done[0];
        }

        void leave() {
            patch(name, plugs -> {
                left = true;
                seats.remove(current.plug.generation());
                return plugs.stream().filter(plug -> plug != current).toList();
            });
        }

        /** Changes come on any thread, so which plug is the current one is decided within the change of the list. */
        private List<Ordered<T>> replaced(List<Ordered<T>> plugs, boolean out) {
            Ordered<T> old = current;
            // What is pulled is the same generation: nobody may mistake it for something new that came and is in use.
            long generation = out ? old.plug.generation() : generations.getAsLong();
            Plug<T> renewed = Label.of(old.plug).pulled(out).plug(generation, old.plug.plugged());
            current = new Ordered<>(renewed, old.order, old.came);
            seats.remove(old.plug.generation());
            seats.put(generation, this);
            return plugs.stream().map(plug -> plug == old ? current : plug).toList();
        }
    }
}
