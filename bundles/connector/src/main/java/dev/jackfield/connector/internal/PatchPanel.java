package dev.jackfield.connector.internal;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.JackfieldName;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Plug;
import dev.jackfield.loop.Guard;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The panel: an immutable list of plugs per name, replaced as a whole at every change, so that readers need no lock. */
@Component(service = Panel.class)
public final class PatchPanel implements Panel {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final Map<String, List<Plug>> sockets = new ConcurrentHashMap<>();
    private final Map<Object, Guard> services = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong generations = new AtomicLong();

    /** Filled by {@link ServiceLoader}. */
    public PatchPanel() {
        for (ServiceLoader.Provider<Connector> provider :
                ServiceLoader.load(Connector.class).stream().toList()) {
            plug(nameOf(provider.type()), 0, provider.type().getName(), provider.get());
        }
    }

    /** Filled by the service registry. */
    @Activate
    public PatchPanel(Map<String, Object> properties) {
        Objects.requireNonNull(properties, "properties");
    }

    @Override
    public Optional<Plug> connector(String name) {
        List<Plug> plugs = sockets.get(name);
        return plugs == null ? Optional.empty() : Optional.of(plugs.get(0));
    }

    @Override
    public Guard plug(String name, int ranking, Connector connector) {
        return plug(name, ranking, connector.getClass().getName(), connector);
    }

    @Override
    public List<Plug> plugs() {
        return sockets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(socket -> socket.getValue().stream())
                .toList();
    }

    @Override
    public Guard watch(Consumer<String> changed) {
        // Wrapped, so that the same watcher given twice is two watches.
        Consumer<String> watcher = changed::accept;
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** A service came: whiteboard style, whoever registered it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(" + Connector.NAME + "=*)")
    void bindConnector(Connector connector, Map<String, Object> properties) {
        String name = String.valueOf(properties.get(Connector.NAME));
        int ranking = properties.get("service.ranking") instanceof Integer i ? i : 0;
        String owner = "bundle " + properties.get("service.bundleid");
        services.put(properties.get("service.id"), plug(name, ranking, owner, connector));
    }

    /** A service changed its name or ranking: the new plug goes in before the old one is pulled. */
    void updatedConnector(Connector connector, Map<String, Object> properties) {
        Guard old = services.get(properties.get("service.id"));
        bindConnector(connector, properties);
        if (old != null) {
            old.close();
        }
    }

    /** A service went. */
    void unbindConnector(Connector connector, Map<String, Object> properties) {
        Guard guard = services.remove(properties.get("service.id"));
        if (guard != null) {
            guard.close();
        }
    }

    private Guard plug(String name, int ranking, String owner, Connector connector) {
        Plug plug = new Plug(checked(name), ranking, generations.incrementAndGet(), owner, connector);
        patch(
                name,
                plugs -> Stream.concat(plugs.stream(), Stream.of(plug))
                        .sorted(PatchPanel::inOrder)
                        .toList());
        return Guard.of(() -> patch(
                name, plugs -> plugs.stream().filter(other -> other != plug).toList()));
    }

    private void patch(String name, UnaryOperator<List<Plug>> change) {
        Plug[] inUse = new Plug[2];
        sockets.compute(name, (socket, plugs) -> {
            List<Plug> before = plugs == null ? List.of() : plugs;
            List<Plug> after = change.apply(before);
            inUse[0] = before.isEmpty() ? null : before.get(0);
            inUse[1] = after.isEmpty() ? null : after.get(0);
            return after.isEmpty() ? null : after;
        });
        if (inUse[0] != inUse[1]) {
            watchers.forEach(watcher -> tell(watcher, name));
        }
    }

    private static void tell(Consumer<String> watcher, String name) {
        try {
            watcher.accept(name);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A watcher of the panel failed", e);
        }
    }

    private static int inOrder(Plug a, Plug b) {
        int byRanking = Integer.compare(b.ranking(), a.ranking());
        return byRanking != 0 ? byRanking : Long.compare(a.generation(), b.generation());
    }

    private static String nameOf(Class<? extends Connector> type) {
        JackfieldName name = type.getAnnotation(JackfieldName.class);
        if (name == null) {
            throw new IllegalArgumentException("Expected @JackfieldName on the connector " + type.getName());
        }
        return name.value();
    }

    private static String checked(String name) {
        boolean good = !name.isEmpty()
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0));
        if (!good) {
            throw new IllegalArgumentException(
                    "Expected a name of letters, digits, '-', '_' and '.', got \"" + name + "\"");
        }
        return name;
    }
}
