package dev.jackfield.connector.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.HostPattern;
import dev.jackfield.connector.JackfieldHosts;
import dev.jackfield.connector.Labelled;
import dev.jackfield.connector.Layer;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The panel: a row of sockets for connectors and one for layers, and who watches them. */
// At once and for good: what was pulled stays so, and no generation is given twice, even if nobody looks for a while.
@Component(service = Panel.class, immediate = true)
public final class PatchPanel implements Panel {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector");

    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong generations = new AtomicLong();
    private final Sockets<Connector> connectors =
            new Sockets<>(generations::incrementAndGet, this::changed, Connector::watch);
    private final Sockets<Layer> layers = new Sockets<>(generations::incrementAndGet, this::changed, Layer::watch);

    /** Filled by {@link ServiceLoader}. */
    public PatchPanel() {
        load(Connector.class, connectors);
        load(Layer.class, layers);
    }

    /** Filled by the service registry, as {@link Services} do. */
    @Activate
    public PatchPanel(Map<String, Object> properties) {
        Objects.requireNonNull(properties, "properties");
    }

    Sockets<Connector> connectors() {
        return connectors;
    }

    Sockets<Layer> layers() {
        return layers;
    }

    @Override
    public Optional<Plug<Connector>> connector(String name, HostPort target) {
        return connectors.inUse(Given.of(name, "a name"), Given.of(target, "a target"));
    }

    @Override
    public Optional<Plug<Connector>> connector(String name) {
        return connectors.inUseForAll(Given.of(name, "a name"));
    }

    @Override
    public Optional<Plug<Layer>> layer(String name) {
        return layers.inUseForAll(Given.of(name, "a name"));
    }

    @Override
    public Optional<Plug<Layer>> layer(String name, HostPort target) {
        return layers.inUse(Given.of(name, "a name"), Given.of(target, "a target"));
    }

    @Override
    public Guard plug(String name, int ranking, List<HostPattern> hosts, Connector connector) {
        Label label = new Label(name, ranking, hosts, owner(Given.of(connector, "a connector")));
        return connectors.plug(label, connector, Sockets.AFTER_SERVICES);
    }

    @Override
    public Guard plug(String name, int ranking, List<HostPattern> hosts, Layer layer) {
        Label label = new Label(name, ranking, hosts, owner(Given.of(layer, "a layer")));
        return layers.plug(label, layer, Sockets.AFTER_SERVICES);
    }

    @Override
    public boolean pull(Plug<?> plug) {
        return pulled(plug, true);
    }

    @Override
    public boolean putBack(Plug<?> plug) {
        return pulled(plug, false);
    }

    /** The row is told by the generation: what is plugged in may be of both types. */
    private boolean pulled(Plug<?> plug, boolean out) {
        long generation = Given.of(plug, "a plug").generation();
        return connectors.pulled(generation, out) || layers.pulled(generation, out);
    }

    @Override
    public Connector below(Connector asker, String name) {
        return below(Asker.of(Given.of(asker, "a connector that asks")), name);
    }

    Connector below(Asker asker, String name) {
        return new Below(connectors, asker, Given.of(name, "a name"));
    }

    @Override
    public List<Plug<?>> plugs() {
        return Stream.<Plug<?>>concat(connectors.all().stream(), layers.all().stream())
                .toList();
    }

    @Override
    public Guard watch(Consumer<String> changed) {
        Given.of(changed, "a watcher");
        // Wrapped, so that the same watcher given twice is two watches.
        Consumer<String> watcher = changed::accept;
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private static String owner(Object plugged) {
        return plugged instanceof Labelled labelled
                ? Given.of(labelled.label(), "a label of " + plugged.getClass().getName())
                : plugged.getClass().getName();
    }

    private void changed(String name) {
        watchers.forEach(watcher -> tell(watcher, name));
    }

    private static void tell(Consumer<String> watcher, String name) {
        try {
            watcher.accept(name);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A watcher of the panel failed", e);
        }
    }

    private <T> void load(Class<T> type, Sockets<T> sockets) {
        Providers<T> providers = new Providers<>(serviceLoader(type));
        providers.all().forEach(provider -> {
            Class<?> found = provider.type();
            providers.attempt(found.getName(), () -> {
                Label label = new Label(Names.of(found), 0, hostsOf(found), found.getName());
                return sockets.plug(label, Filling.make(this, provider), Sockets.AFTER_SERVICES);
            });
        });
    }

    /** Module checks go by the caller's {@code uses}, so each type is spelled out. */
    @SuppressWarnings("unchecked")
    private static <T> ServiceLoader<T> serviceLoader(Class<T> type) {
        return (ServiceLoader<T>)
                (type == Connector.class ? ServiceLoader.load(Connector.class) : ServiceLoader.load(Layer.class));
    }

    private static List<HostPattern> hostsOf(Class<?> type) {
        JackfieldHosts hosts = type.getAnnotation(JackfieldHosts.class);
        return hosts == null
                ? List.of()
                : Stream.of(hosts.value()).map(HostPattern::parse).toList();
    }
}
