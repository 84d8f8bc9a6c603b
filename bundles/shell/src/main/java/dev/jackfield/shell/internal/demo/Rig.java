package dev.jackfield.shell.internal.demo;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.http.ClientOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everything that the demo swaps. Closing it puts all back, the last one first. */
final class Rig implements AutoCloseable {
    private final List<Swaps> swaps;

    Rig(List<Swaps> swaps) {
        this.swaps = List.copyOf(swaps);
    }

    /** What one of the two doors swaps in its own way, and what is swapped by the panel's API at both. */
    static Rig of(Panel panel, Site site, Function<Panel, List<Swaps>> own) {
        List<Swaps> all = new ArrayList<>(own.apply(panel));
        try {
            panel.layer("tls")
                    .map(Plug::plugged)
                    .filter(Tls.class::isInstance)
                    .map(Tls.class::cast)
                    .ifPresent(tls -> all.add(new ProfileSwaps(tls, site.trust())));
            panel.layer(LayerSwaps.LAYER).ifPresent(plug -> all.add(new LayerSwaps(panel, plug)));
            all.add(new JarSwaps());
            return new Rig(all);
        } catch (RuntimeException e) {
            putBack(all, e);
            throw e;
        }
    }

    /** What has begun holds on to things that others need. */
    private static void putBack(List<Swaps> begun, RuntimeException why) {
        for (Swaps each : begun) {
            try {
                each.close();
            } catch (IOException | RuntimeException e) {
                why.addSuppressed(e);
            }
        }
    }

    List<Swaps> all() {
        return swaps;
    }

    /** A client that uses what is swapped. */
    ClientOptions over(ClientOptions options) {
        ClientOptions over = options.withRoute(Route.of(Link.of(Swaps.NAME)));
        for (Swaps each : swaps) {
            if (each instanceof JarSwaps jar) {
                over = over.withCookies(jar);
            } else if (each instanceof ProfileSwaps) {
                over = over.withTls(ProfileSwaps.LINK);
            }
        }
        return over;
    }

    Requests requests(Site site) {
        return new Requests(site, has(ProfileSwaps.class), has(LayerSwaps.class));
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (int i = swaps.size() - 1; i >= 0; i--) {
            try {
                swaps.get(i).close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private boolean has(Class<?> type) {
        return swaps.stream().anyMatch(type::isInstance);
    }
}
