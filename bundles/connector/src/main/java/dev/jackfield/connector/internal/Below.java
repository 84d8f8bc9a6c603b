package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Attempt;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Whatever is in use under a name, but whoever asks, and those that have led there: looked up for each connection. */
final class Below implements Connector {
    private final Sockets<Connector> sockets;
    private final Asker asker;
    private final String name;
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    Below(Sockets<Connector> sockets, Asker asker, String name) {
        this.sockets = sockets;
        this.asker = asker;
        this.name = Names.checked(name);
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return connect(target, target, attempt);
    }

    @Override
    public Connector towards(HostPort whom) {
        return (address, attempt) -> connect(whom, address, attempt);
    }

    private CompletionStage<Wire> connect(HostPort whom, HostPort target, Attempt attempt) {
        Connector connector;
        Dial dial;
        try {
            // Each has left the work for this name to another: they come before what is asked for now.
            long led = attempt.trail().stream()
                    .filter(hop -> hop.link().name().equals(name))
                    .count();
            Plug<Connector> plug = sockets.all(name).stream()
                    .filter(any -> any.serves(whom))
                    .skip(led)
                    .filter(asker::isNot)
                    .findFirst()
                    .orElseThrow(() -> missing(" for " + whom));
            connector = plug.plugged().configured(Link.of(name)).towards(whom);
            dial = Dial.within(attempt, Link.of(asker.name(sockets.all(), name)), target, plug);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Failed.stage(attempt, e);
        }
        return connector.connect(target, dial);
    }

    /** Only to find out whether there is somebody to do the work: whoever asked can wait, then. */
    @Override
    public Connector configured(Link link) throws UnpluggedException {
        Connector.super.configured(link);
        int before = depth.get();
        // One that leads back here, as a cord does, is passed over when it asks.
        depth.set(before + 1);
        try {
            List<Plug<Connector>> plugs = sockets.all(name).stream()
                    .filter(plug -> !plug.pulled())
                    .skip(before)
                    .filter(asker::isNot)
                    .toList();
            UnpluggedException missing = missing("");
            for (Plug<Connector> plug : plugs) {
                try {
                    plug.plugged().configured(Link.of(name));
                    return this;
                } catch (UnpluggedException e) {
                    missing = e;
                }
            }
            throw missing;
        } finally {
            if (before == 0) {
                depth.remove();
            } else {
                depth.set(before);
            }
        }
    }

    private UnpluggedException missing(String whom) {
        return new UnpluggedException(
                name,
                "Expected a connector named \"" + name + "\"" + whom + " below \"" + asker.name(sockets.all(), name)
                        + "\", got "
                        + (sockets.all(name).isEmpty()
                                ? "none"
                                : "only those that leave the work to it, or are out of use"));
    }

    @Override
    public Guard watch(Runnable changed) {
        return sockets.watch(new Watch(changed));
    }

    /** What may do the work. */
    private List<Long> generations() {
        List<Plug<Connector>> plugs = sockets.all(name);
        int self = 0;
        while (self < plugs.size() && asker.isNot(plugs.get(self))) {
            self++;
        }
        return plugs.subList(self == plugs.size() ? 0 : self + 1, plugs.size()).stream()
                .filter(plug -> !plug.pulled())
                .map(Plug::generation)
                .toList();
    }

    /** Tells of each change, but not of what comes of being told: a cord to whoever asks is plugged in anew. */
    private final class Watch implements Consumer<String> {
        private final Runnable changed;
        private final ThreadLocal<Boolean> telling = ThreadLocal.withInitial(() -> false);
        private List<Long> seen = generations();

        Watch(Runnable changed) {
            this.changed = changed;
        }

        @Override
        public void accept(String socket) {
            if (!socket.equals(name) || telling.get() || !differs()) {
                return;
            }
            telling.set(true);
            try {
                changed.run();
            } finally {
                telling.remove();
            }
        }

        private synchronized boolean differs() {
            List<Long> now = generations();
            boolean differs = !now.equals(seen);
            seen = now;
            return differs;
        }
    }
}
