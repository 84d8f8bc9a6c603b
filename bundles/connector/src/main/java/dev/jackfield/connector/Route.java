package dev.jackfield.connector;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.internal.Given;
import dev.jackfield.connector.internal.RouteText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to get to a target, as data: a connector, and the layers over it, in the order in which bytes leave the machine.
 *
 * <pre>{@code
 * plain
 * plain > socks5(user:secret@127.0.0.1:1080) > tls(high)
 * unix(/run/proxy.sock) > connect > tls(high)
 * plain > tls(high) > connect(proxy.example:443) > socks5(inner.example:1080) > tls(high)
 * }</pre>
 *
 * <p>Names are looked up on the {@link Panel} when a connection is made, so the links may come from different bundles and
 * can be replaced one by one. There may be as many as {@value #MAX_LINKS}.
 *
 * <p>What stands in brackets is an address if it has a {@code :} or an {@code @} in it or begins with a {@code /}: {@code
 * host:port}, {@code [2001:db8::1]:port} or the {@code /path} of a UNIX domain socket, each maybe with {@code user@} or
 * {@code user:password@} before it. The port is a number from 1, a service of {@link
 * dev.jackfield.address.ServiceNames#builtIn()}, or both, {@code name=number}. Anything else is an option for the link to
 * understand. In user, password, path and option, any character can be written as {@code %hh} for each of its UTF-8
 * octets, and {@code % ( ) @ :} have to be, as have blanks (but for those within an option) and the {@code /} that an
 * option begins with.
 *
 * <p>Each link is told to reach the address of the next link that has one, and after those the target. So a name behind a
 * proxy is never resolved here, but travels to the proxy. The address of a first link takes the place of the target.
 *
 * <p><i>Immutable.</i>
 *
 * @param links one at least; the first names a connector, the others name layers
 */
public record Route(List<Link> links) {
    /** How many links a route may have. */
    public static final int MAX_LINKS = 64;

    /**
     * Checks how many links there are.
     *
     * @throws IllegalArgumentException if there is none, or there are more than {@value #MAX_LINKS}
     */
    public Route {
        links = Given.copy(links, "links");
        if (links.isEmpty() || links.size() > MAX_LINKS) {
            throw new IllegalArgumentException("Expected a route of 1 to " + MAX_LINKS + " links, got " + links.size());
        }
    }

    /**
     * A route of these links.
     *
     * @param first names a connector
     * @param layers name layers
     * @return the route
     */
    public static Route of(Link first, Link... layers) {
        return new Route(Stream.concat(Stream.of(Given.of(first, "a link")), Stream.of(Given.of(layers, "links")))
                .toList());
    }

    /**
     * Reads a route.
     *
     * @param text names with or without brackets, {@code >} between them, blanks around each as you like
     * @return the route
     * @throws RouteSyntaxException if the text is no route; it tells the column
     */
    public static Route parse(String text) {
        return RouteText.parse(Given.of(text, "the text of a route"));
    }

    /**
     * This route with one more layer on top.
     *
     * @param layer the new last link
     * @return a new route
     */
    public Route then(Link layer) {
        return new Route(Stream.concat(links.stream(), Stream.of(Given.of(layer, "a link")))
                .toList());
    }

    /**
     * Who is asked for what on the way to a target.
     *
     * @param target where to in the end
     * @return one hop for each link
     */
    public List<Hop> hops(HostPort target) {
        Hop[] hops = new Hop[links.size()];
        HostPort next = Given.of(target, "a target");
        for (int at = hops.length - 1; at >= 0; at--) {
            Link link = links.get(at);
            HostPort reached = at == 0 ? link.address().orElse(next) : next;
            hops[at] = new Hop(at + 1, hops.length, link, reached);
            next = link.address().orElse(next);
        }
        return List.of(hops);
    }

    /** As text that {@link #parse} reads again, but for passwords, of which only {@value Credentials#HIDDEN} is shown. */
    @Override
    public String toString() {
        return links.stream().map(Link::toString).collect(Collectors.joining(" > "));
    }
}
