package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Chain;
import dev.jackfield.connector.internal.Circle;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * What a {@link Route} to a target means at this moment: each of its links, looked up on the {@link Panel}.
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

    /** Of no plug on a panel. */
    private static final long BROUGHT_ALONG = 0;

    private final Route route;
    private final Plug<Connector> first;
    private final List<Plug<Layer>> layers;
    private final Connector chain;

    private final List<Hop> hops;

    private Patch(Route route, List<Hop> hops, Plug<Connector> first, List<Plug<Layer>> layers)
            throws UnpluggedException {
        this.route = route;
        this.hops = hops;
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
        Way way = new Way(route.links(), plugs());
        this.chain = direct
                ? (end, attempt) -> connector.connect(end, way.begin(attempt))
                : new Chain(route, way, connector, configured);
    }

    /**
     * Looks a route up.
     *
     * @param route to be looked up
     * @param target whom it shall reach in the end
     * @param panel where
     * @return what it means now
     * @throws UnpluggedException if nothing is plugged in under one of the names
     * @throws IllegalArgumentException if a link has no use for what stands in its brackets
     */
    public static Patch of(Route route, HostPort target, Panel panel) throws UnpluggedException {
        Given.of(panel, "a panel");
        List<Hop> hops = Given.of(route, "a route").hops(target);
        Hop begin = hops.get(0);
        Plug<Connector> first = panel.connector(begin.link().name(), begin.target())
                .orElseThrow(() -> missing("connector", Connector.class, begin, panel));
        return new Patch(route, hops, first, layers(hops, panel));
    }

    /**
     * Looks layers up, over a connector that was brought along.
     *
     * @param connector takes the place of the first link
     * @param layers over it, in order; may be none
     * @param target whom to reach in the end
     * @param panel where to look
     * @return what they mean now
     * @throws UnpluggedException if nothing is plugged in under one of the names
     * @throws IllegalArgumentException if a link has no use for what stands in its brackets
     */
    public static Patch of(Connector connector, List<Link> layers, HostPort target, Panel panel)
            throws UnpluggedException {
        Given.of(connector, "a connector");
        Given.of(panel, "a panel");
        Route route = new Route(Stream.concat(Stream.of(Link.of(OWN)), Given.of(layers, "links").stream())
                .toList());
        List<Hop> hops = route.hops(target);
        String owner = connector.getClass().getName();
        Plug<Connector> first = new Plug<>(OWN, 0, BROUGHT_ALONG, List.of(), owner, Instant.EPOCH, false, connector);
        return new Patch(route, hops, first, layers(hops, panel));
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
        if (this == Given.of(other, "a patch")) {
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
     * Whether looking it up again would have the same result: all of its plugs are in use now.
     *
     * @param panel where it was looked up
     * @return true also for a first link that was brought along, which is on no panel
     */
    public boolean isCurrent(Panel panel) {
        Given.of(panel, "a panel");
        Hop begin = hops.get(0);
        if (first.generation() != BROUGHT_ALONG && replaced(panel.connector(first.name(), begin.target()), first)) {
            return false;
        }
        for (int at = 0; at < layers.size(); at++) {
            Plug<Layer> layer = layers.get(at);
            if (replaced(panel.layer(layer.name(), hops.get(at + 1).target()), layer)) {
                return false;
            }
        }
        return true;
    }

    private static boolean replaced(Optional<? extends Plug<?>> now, Plug<?> then) {
        return now.isEmpty() || now.get().generation() != then.generation();
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
        Given.of(target, "a target");
        Given.of(attempt, "an attempt");
        try {
            return chain.connect(target, attempt);
        } catch (RuntimeException | Error e) {
            // Not before this returned, even if the connector is that fast to fail.
            CompletableFuture<Wire> failed = new CompletableFuture<>();
            attempt.loop().execute(() -> failed.completeExceptionally(Circle.told(e, first.name())));
            return failed;
        }
    }

    /** The route. */
    @Override
    public String toString() {
        return route.toString();
    }

    private static List<Plug<Layer>> layers(List<Hop> hops, Panel panel) throws UnpluggedException {
        List<Plug<Layer>> layers = new ArrayList<>(hops.size() - 1);
        for (Hop hop : hops.subList(1, hops.size())) {
            layers.add(panel.layer(hop.link().name(), hop.target())
                    .orElseThrow(() -> missing("layer", Layer.class, hop, panel)));
        }
        return layers;
    }

    private static UnpluggedException missing(String what, Class<?> type, Hop hop, Panel panel) {
        String name = hop.link().name();
        List<Plug<?>> all = panel.plugs().stream()
                .filter(plug -> type.isInstance(plug.plugged()))
                .toList();
        List<Plug<?>> same =
                all.stream().filter(plug -> plug.name().equals(name)).toList();
        String got = all.isEmpty()
                ? "none at all"
                : same.isEmpty()
                        ? "only: "
                                + String.join(
                                        ", ",
                                        all.stream().map(Plug::name).distinct().toList())
                        : same.stream().allMatch(Plug::pulled)
                                ? "only what was pulled"
                                : "only what is for other hosts than " + hop.target();
        return new UnpluggedException(name, "Expected a " + what + " named \"" + name + "\" on the panel, got " + got);
    }

    private static <T> T configured(T link, Plug<?> plug) {
        return Objects.requireNonNull(link, () -> "Expected " + plug.name() + " to configure itself, got null");
    }
}
