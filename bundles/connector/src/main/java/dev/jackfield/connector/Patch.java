package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * What a {@link Route} means at this moment: each of its links, looked up on the {@link Panel}.
 *
 * <p>Who makes connections looks the route up each time; who keeps them keeps the patch with them, and asks whether it is
 * still the {@linkplain #same same}.
 *
 * <p>Connecting works as the links do it, one after the other. If there are several, what goes wrong is a {@link
 * HopFailure}, and each layer has to be done within {@link Attempt#limit()}.
 *
 * <p><i>Immutable</i>, and <i>thread-safe</i> as every connector is.
 */
public final class Patch implements Connector {
    /** The name of a first link that is not on the panel, but was brought along. */
    public static final String OWN = "own";

    private final Route route;
    private final Plug<Connector> first;
    private final List<Plug<Layer>> layers;
    private final Connector chain;

    private Patch(Route route, Plug<Connector> first, List<Plug<Layer>> layers) throws UnpluggedException {
        this.route = route;
        this.first = first;
        this.layers = List.copyOf(layers);
        Connector connector =
                configured(first.plugged().configured(route.links().get(0)), first);
        List<Layer> configured = new ArrayList<>(layers.size());
        for (int at = 0; at < layers.size(); at++) {
            Plug<Layer> plug = layers.get(at);
            configured.add(configured(plug.plugged().configured(route.links().get(at + 1)), plug));
        }
        boolean direct = layers.isEmpty() && route.links().get(0).address().isEmpty();
        this.chain = direct ? connector : new Chain(route, connector, configured);
    }

    /**
     * Looks a route up.
     *
     * @param route to be looked up
     * @param panel where
     * @return what it means now
     * @throws UnpluggedException if nothing is plugged in under one of the names
     * @throws IllegalArgumentException if a link has no use for what stands in its brackets
     */
    public static Patch of(Route route, Panel panel) throws UnpluggedException {
        String name = route.links().get(0).name();
        Plug<Connector> first = panel.connector(name)
                .orElseThrow(() -> missing(
                        "connector", name, panel.plugs().stream().filter(plug -> plug.plugged() instanceof Connector)));
        return new Patch(route, first, layers(route.links(), panel));
    }

    /**
     * Looks layers up, over a connector that was brought along.
     *
     * @param connector takes the place of the first link
     * @param layers over it, in order; may be none
     * @param panel where to look
     * @return what they mean now
     * @throws UnpluggedException if nothing is plugged in under one of the names
     * @throws IllegalArgumentException if a link has no use for what stands in its brackets
     */
    public static Patch of(Connector connector, List<Link> layers, Panel panel) throws UnpluggedException {
        Route route = new Route(
                Stream.concat(Stream.of(Link.of(OWN)), layers.stream()).toList());
        Plug<Connector> first = new Plug<>(OWN, 0, 0, connector.getClass().getName(), connector);
        return new Patch(route, first, layers(route.links(), panel));
    }

    /**
     * What was looked up.
     *
     * @return the route
     */
    public Route route() {
        return route;
    }

    /**
     * What was found.
     *
     * @return one plug for each link, in order
     */
    public List<Plug<?>> plugs() {
        return Stream.<Plug<?>>concat(Stream.of(first), layers.stream()).toList();
    }

    /**
     * Whether a wire made by the one is as good as one made by the other: the same route, looked up with the same result.
     *
     * @param other another patch, of the same panel
     * @return false also if one of them was replaced meanwhile by something equal
     */
    public boolean same(Patch other) {
        if (this == other) {
            return true;
        }
        if (first.generation() != other.first.generation()
                || first.plugged() != other.first.plugged()
                || layers.size() != other.layers.size()) {
            return false;
        }
        for (int at = 0; at < layers.size(); at++) {
            if (layers.get(at).generation() != other.layers.get(at).generation()) {
                return false;
            }
        }
        return route.equals(other.route);
    }

    /**
     * Whether everything said over its wires is encrypted up to the target.
     *
     * @return true if the last layer {@linkplain Layer#encrypts() encrypts}
     */
    public boolean encrypts() {
        return !layers.isEmpty() && layers.get(layers.size() - 1).plugged().encrypts();
    }

    @Override
    public CompletionStage<Wire> connect(HostPort target, Attempt attempt) {
        return chain.connect(target, attempt);
    }

    /** The route. */
    @Override
    public String toString() {
        return route.toString();
    }

    private static List<Plug<Layer>> layers(List<Link> links, Panel panel) throws UnpluggedException {
        List<Plug<Layer>> layers = new ArrayList<>(links.size() - 1);
        for (Link link : links.subList(1, links.size())) {
            layers.add(panel.layer(link.name())
                    .orElseThrow(() -> missing(
                            "layer",
                            link.name(),
                            panel.plugs().stream().filter(plug -> plug.plugged() instanceof Layer))));
        }
        return layers;
    }

    private static UnpluggedException missing(String what, String name, Stream<Plug<?>> others) {
        List<String> names = others.map(Plug::name).distinct().toList();
        return new UnpluggedException(
                name,
                "Expected a " + what + " named \"" + name + "\" on the panel, got "
                        + (names.isEmpty() ? "none at all" : "only: " + String.join(", ", names)));
    }

    private static <T> T configured(T link, Plug<?> plug) {
        return Objects.requireNonNull(link, () -> "Expected " + plug.name() + " to configure itself, got null");
    }
}
