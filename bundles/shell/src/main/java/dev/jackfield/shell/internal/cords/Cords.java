package dev.jackfield.shell.internal.cords;

import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The cords of an operator. They stay until they are pulled or this is closed.
 *
 * <p>Connections made by way of a cord belong to its generation. So a cord gets a new one whenever something else comes
 * into use at its other end: then idle connections close, as they do without a cord.
 *
 * <p><i>Thread-safe.</i>
 */
public final class Cords implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Cords.class.getName());

    private final Panel panel;
    private final List<Laid> cords = new ArrayList<>();
    private final Guard watch;

    /** A cord on the panel; the guard changes with the generation. */
    private static final class Laid {
        private final Kind kind;
        private final String socket;
        private final int ranking;
        private final List<HostPattern> hosts;
        private final Cord cord;
        private Guard guard = () -> {};
        private List<Long> led = List.of();

        Laid(Kind kind, String socket, int ranking, List<HostPattern> hosts, Cord cord) {
            this.kind = kind;
            this.socket = socket;
            this.ranking = ranking;
            this.hosts = hosts;
            this.cord = cord;
        }
    }

    /**
     * No cords yet.
     *
     * @param panel where they are to be plugged in
     */
    public Cords(Panel panel) {
        this.panel = panel;
        this.watch = panel.watch(this::changed);
    }

    /**
     * Lays a cord.
     *
     * @param kind which row
     * @param socket where to plug it in
     * @param source what is to do the work
     * @param ranking on the socket
     * @param hosts whom it is for; none for all
     * @throws IllegalArgumentException if the cord led back to its own socket, or the name of the socket is none
     */
    public synchronized void lay(Kind kind, String socket, String source, int ranking, List<HostPattern> hosts) {
        checkCircle(kind, socket, source);
        Cord cord =
                kind == Kind.CONNECTOR ? ConnectorCord.of(socket, source, panel) : LayerCord.of(socket, source, panel);
        Laid laid = new Laid(kind, socket, ranking, List.copyOf(hosts), cord);
        laid.guard = plugIn(laid);
        cords.add(laid);
    }

    /**
     * Takes a cord away.
     *
     * @param plug as it is on the panel
     * @return false if that is no cord laid here
     */
    public synchronized boolean takeAway(Plug<?> plug) {
        for (Laid laid : cords) {
            if (laid.cord == plug.plugged()) {
                cords.remove(laid);
                laid.guard.close();
                return true;
            }
        }
        return false;
    }

    /** Takes all cords away, and says so in the log, for nobody has asked for that. */
    @Override
    public synchronized void close() {
        watch.close();
        List<Laid> all = List.copyOf(cords);
        cords.clear();
        for (Laid laid : all) {
            laid.guard.close();
            LOGGER.log(
                    Level.WARNING,
                    "The {0} {1} is gone: a cord to {2}, which went with the commands or the panel; plug it again if it is"
                            + " wanted",
                    laid.kind,
                    laid.socket,
                    laid.cord.source());
        }
    }

    private void checkCircle(Kind kind, String socket, String source) {
        if (socket.equals(source)) {
            throw new IllegalArgumentException(
                    "Expected two different names, got a cord from \"" + socket + "\" to itself");
        }
        List<String> reached = new ArrayList<>(List.of(source));
        for (int at = 0; at < reached.size(); at++) {
            String name = reached.get(at);
            for (Plug<?> plug : panel.plugs()) {
                if (Kind.of(plug) == kind
                        && plug.name().equals(name)
                        && plug.plugged() instanceof Cord cord
                        && !reached.contains(cord.source())) {
                    reached.add(cord.source());
                }
            }
        }
        if (reached.contains(socket)) {
            throw new IllegalArgumentException("Expected a cord that ends somewhere, got one from \"" + socket
                    + "\" to \"" + source + "\", from where a cord leads back to \"" + socket + "\"");
        }
    }

    private synchronized void changed(String name) {
        for (Laid laid : List.copyOf(cords)) {
            if (laid.cord.source().equals(name) && !inUse(laid.kind, name).equals(laid.led)) {
                layAnew(laid);
            }
        }
    }

    private void layAnew(Laid laid) {
        Guard before = laid.guard;
        // The new one first: there shall be a cord at any time.
        Guard anew = plugIn(laid);
        if (laid.guard == before) {
            laid.guard = anew;
            before.close();
        } else {
            // What is at its other end stands over this very socket, and has changed by that: it was laid anew
            // meanwhile.
            anew.close();
        }
    }

    private Guard plugIn(Laid laid) {
        laid.led = inUse(laid.kind, laid.cord.source());
        if (laid.cord instanceof ConnectorCord connector) {
            return panel.plug(laid.socket, laid.ranking, laid.hosts, connector);
        }
        return panel.plug(laid.socket, laid.ranking, laid.hosts, (LayerCord) laid.cord);
    }

    private List<Long> inUse(Kind kind, String name) {
        return Place.all(panel.plugs()).stream()
                .filter(Place::inUse)
                .map(Place::plug)
                .filter(plug -> Kind.of(plug) == kind && plug.name().equals(name))
                .<Long>map(Plug::generation)
                .toList();
    }
}
