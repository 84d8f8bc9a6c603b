package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * One row of the panel: an immutable list of plugs per name, replaced as a whole at every change, so that readers need no
 * lock.
 *
 * @param <T> what is plugged in
 */
final class Sockets<T> {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    /** Behind all services of the same ranking come those that were plugged in by code, in their order. */
    static final long AFTER_SERVICES = Long.MAX_VALUE / 2;

    private final Map<String, List<Ordered<T>>> sockets = new ConcurrentHashMap<>();
    private final Map<Long, Seat> seats = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
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

    /** Of those that are for all targets. */
    Optional<Plug<T>> inUseForAll(String name) {
        for (Ordered<T> ordered : sockets.getOrDefault(name, List.of())) {
            if (!ordered.plug.pulled() && ordered.plug.forAll()) {
                return Optional.of(ordered.plug);
            }
        }
        return Optional.empty();
    }

    /** All under a name, in the order in which they would be used. */
    List<Plug<T>> all(String name) {
        return sockets.getOrDefault(name, List.of()).stream().map(Ordered::plug).toList();
    }

    List<Plug<T>> all() {
        return sockets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(socket -> socket.getValue().stream().map(Ordered::plug))
                .toList();
    }

    /**
     * Plugs something in as it is described, but for the generation; throws IllegalArgumentException if it cannot be watched,
     * for then nobody would hear from it any more.
     */
    Guard plug(Label label, T plugged, long order) {
        Seat seat = new Seat(label.plug(generations.getAsLong(), plugged), order);
        Guard watching = watching(plugged, seat);
        seat.take();
        return Guard.of(() -> {
            try {
                watching.close();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "The watch of " + plugged.getClass().getName() + " could not be ended", e);
            } finally {
                seat.leave();
            }
        });
    }

    private Guard watching(T plugged, Seat seat) {
        try {
            return Given.of(watch.apply(plugged, seat::renew), "a guard");
        } catch (RuntimeException | Error e) {
            throw new IllegalArgumentException(
                    "Expected " + plugged.getClass().getName() + " to be watched, got " + e, e);
        }
    }

    /** Hears of each name under which anything has changed, whether it is in use or waits behind something else. */
    Guard watch(Consumer<String> closely) {
        watchers.add(closely);
        return Guard.of(() -> watchers.remove(closely));
    }

    /** Pulls the plug of a generation, or puts it back; returns false if it is not there or is so already. */
    boolean pulled(long generation, boolean out) {
        Seat seat = seats.get(generation);
        return seat != null && seat.pulled(generation, out);
    }

    private void patch(String name, UnaryOperator<List<Ordered<T>>> change) {
        List<List<Ordered<T>>> beforeAndAfter = new ArrayList<>(2);
        sockets.compute(name, (socket, plugs) -> {
            List<Ordered<T>> before = plugs == null ? List.of() : plugs;
            List<Ordered<T>> after = change.apply(before);
            beforeAndAfter.add(before);
            beforeAndAfter.add(after);
            return after.isEmpty() ? null : after;
        });
        List<Ordered<T>> before = beforeAndAfter.get(0);
        List<Ordered<T>> after = beforeAndAfter.get(1);
        if (before == after) {
            return;
        }
        // Those first that are over it, and are others now themselves: whoever hears of the change shall find them so.
        for (Consumer<String> watcher : watchers) {
            try {
                watcher.accept(name);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "A connector failed when what is below it changed", e);
            }
        }
        if (usesDiffer(before, after)) {
            changes.accept(name);
        }
    }

    /** Whether there is somebody for whom something else is in use: of two lists that differ in one plug. */
    private static <T> boolean usesDiffer(List<Ordered<T>> before, List<Ordered<T>> after) {
        int at = 0;
        while (at < before.size() && at < after.size() && before.get(at) == after.get(at)) {
            at++;
        }
        return before.size() >= after.size() && inUse(before, at) || after.size() >= before.size() && inUse(after, at);
    }

    /** Whether there is somebody for whom a plug is in use, as far as the same hosts are written in the same way. */
    private static <T> boolean inUse(List<Ordered<T>> plugs, int at) {
        Plug<T> plug = plugs.get(at).plug;
        if (plug.pulled()) {
            return false;
        }
        List<HostPattern> hosts = new ArrayList<>(plug.forAll() ? List.of(HostPattern.ANY) : plug.hosts());
        for (int i = 0; i < at && !hosts.isEmpty(); i++) {
            Plug<T> ahead = plugs.get(i).plug;
            if (!ahead.pulled()) {
                hosts.removeAll(ahead.forAll() ? List.copyOf(hosts) : ahead.hosts());
            }
        }
        return !hosts.isEmpty();
    }

    /** Of thousands under one name, too, each change is one copy. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Ordered<T>[] copy(List<Ordered<T>> plugs, int size) {
        return plugs.toArray(new Ordered[size]);
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
        private boolean taken;

        Seat(Plug<T> plug, long order) {
            this.name = plug.name();
            this.current = new Ordered<>(plug, order, plug.generation());
        }

        void take() {
            patch(name, plugs -> {
                taken = true;
                seats.put(current.plug.generation(), this);
                int place = -1 - place(plugs);
                Ordered<T>[] more = copy(plugs, plugs.size() + 1);
                System.arraycopy(more, place, more, place + 1, plugs.size() - place);
                more[place] = current;
                return Arrays.asList(more);
            });
        }

        /** Where the current one is, as {@link Collections#binarySearch} says it. */
        private int place(List<Ordered<T>> plugs) {
            return Collections.binarySearch(plugs, current, Sockets::inOrder);
        }

        void renew() {
            patch(name, plugs -> taken ? replaced(plugs, current.plug.pulled()) : plugs);
        }

        boolean pulled(long generation, boolean out) {
            boolean[] done = new boolean[1];
            patch(name, plugs -> {
                Plug<T> now = current.plug;
                done[0] = taken && now.generation() == generation && now.pulled() != out;
                return done[0] ? replaced(plugs, out) : plugs;
            });
            return done[0];
        }

        void leave() {
            patch(name, plugs -> {
                taken = false;
                seats.remove(current.plug.generation());
                int place = place(plugs);
                Ordered<T>[] all = copy(plugs, plugs.size());
                System.arraycopy(all, place + 1, all, place, all.length - place - 1);
                return Arrays.asList(Arrays.copyOf(all, all.length - 1));
            });
        }

        /** Changes come on any thread, so which plug is the current one is decided within the change of the list. */
        private List<Ordered<T>> replaced(List<Ordered<T>> plugs, boolean out) {
            Ordered<T> old = current;
            // What is pulled is the same generation: nobody may mistake it for something new that came and is in use.
            long generation = out ? old.plug.generation() : generations.getAsLong();
            Plug<T> renewed = Label.of(old.plug).pulled(out).plug(generation, old.plug.plugged());
            int place = place(plugs);
            current = new Ordered<>(renewed, old.order, old.came);
            seats.remove(old.plug.generation());
            seats.put(generation, this);
            Ordered<T>[] others = copy(plugs, plugs.size());
            others[place] = current;
            return Arrays.asList(others);
        }
    }
}
