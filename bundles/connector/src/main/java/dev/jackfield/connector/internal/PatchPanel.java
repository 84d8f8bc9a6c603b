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

    /** Behind all services of the same ranking come those that were plugged in by code, in their order. */
    private static final long AFTER_SERVICES = Long.MAX_VALUE / 2;

    private final Map<String, List<Ordered>> sockets = new ConcurrentHashMap<>();
    private final Map<Object, Service> services = new ConcurrentHashMap<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong generations = new AtomicLong();

    /** A plug and, among equals of ranking, its place: the lowest is in use, as among services the lowest id is. */
    private record Ordered(Plug plug, long order) {}

    /** A service that is plugged in. */
    private record Service(String name, int ranking, Guard guard) {}

    /** Filled by {@link ServiceLoader}. */
    public PatchPanel() {
        for (ServiceLoader.Provider<Connector> provider :
                ServiceLoader.load(Connector.class).stream().toList()) {
            plug(nameOf(provider.type()), 0, provider.type().getName(), provider.get(), AFTER_SERVICES);
        }
    }

    /** Filled by the service registry. */
    @Activate
    public PatchPanel(Map<String, Object> properties) {
        Objects.requireNonNull(properties, "properties");
    }

    @Override
    public Optional<Plug> connector(String name) {
        List<Ordered> plugs = sockets.get(name);
        return plugs == null ? Optional.empty() : Optional.of(plugs.get(0).plug);
    }

    @Override
    public Guard plug(String name, int ranking, Connector connector) {
        return plug(name, ranking, connector.getClass().getName(), connector, AFTER_SERVICES);
    }

    @Override
    public List<Plug> plugs() {
        return sockets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(socket -> socket.getValue().stream().map(Ordered::plug))
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
        long id = properties.get("service.id") instanceof Long l ? l : AFTER_SERVICES;
        Guard guard = plug(name, ranking, "bundle " + properties.get("service.bundleid"), connector, id);
        services.put(id, new Service(name, ranking, guard));
    }

    /** A service changed. If it was its name or ranking, the new plug goes in before the old one is pulled. */
    void updatedConnector(Connector connector, Map<String, Object> properties) {
        Service old = services.get(properties.get("service.id"));
        Object ranking = properties.getOrDefault("service.ranking", 0);
        if (old != null
                && old.name.equals(properties.get(Connector.NAME))
                && Integer.valueOf(old.ranking).equals(ranking)) {
            return;
        }
        bindConnector(connector, properties);
        if (old != null) {
            old.guard.close();
        }
    }

    /** A service went. */
    void unbindConnector(Connector connector, Map<String, Object> properties) {
        Service service = services.remove(properties.get("service.id"));
        if (service != null) {
            service.guard.close();
        }
    }

    private Guard plug(String name, int ranking, String owner, Connector connector, long order) {
        Plug plug = new Plug(checked(name), ranking, generations.incrementAndGet(), owner, connector);
        Ordered ordered = new Ordered(plug, order);
        patch(
                name,
                plugs -> Stream.concat(plugs.stream(), Stream.of(ordered))
                        .sorted(PatchPanel::inOrder)
                        .toList());
        return Guard.of(() -> patch(
                name, plugs -> plugs.stream().filter(other -> other != ordered).toList()));
    }

    private void patch(String name, UnaryOperator<List<Ordered>> change) {
        Ordered[] inUse = new Ordered[2];
        sockets.compute(name, (socket, plugs) -> {
            List<Ordered> before = plugs == null ? List.of() : plugs;
            List<Ordered> after = change.apply(before);
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
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A watcher of the panel failed", e);
        }
    }

    private static int inOrder(Ordered a, Ordered b) {
        int byRanking = Integer.compare(b.plug.ranking(), a.plug.ranking());
        int byOrder = byRanking != 0 ? byRanking : Long.compare(a.order, b.order);
        return byOrder != 0 ? byOrder : Long.compare(a.plug.generation(), b.plug.generation());
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
