package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Hop;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.RouteSyntaxException;
import java.util.List;

/** Routes. Whatever the text, its password is in no message, and what is printed is read again as the same. */
final class RouteParser implements Parser {
    private static final HostPort TARGET = HostPort.of("origin.test", 443);
    private static final String SECRET = "hUsH-9";

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        try {
            sound(Route.parse(text));
        } catch (RouteSyntaxException e) {
            readable(e.getMessage());
            holds(e.column() >= 1 && e.column() <= text.length() + 1, () -> "A column outside the text: " + e.column());
        }
        if (text.contains(SECRET)) {
            return;
        }
        try {
            Route secret = Route.parse("plain > x(user:" + SECRET + "@" + text);
            holds(!secret.toString().contains(SECRET), () -> "A password in a route: " + secret);
        } catch (RouteSyntaxException e) {
            holds(!e.getMessage().contains(SECRET), () -> "A password in a message: " + e.getMessage());
        }
    }

    private static void sound(Route route) {
        List<Hop> hops = route.hops(TARGET);
        same(hops.size(), route.links().size(), () -> "One hop for each link");
        boolean first =
                route.links().size() == 1 && route.links().get(0).address().isPresent();
        holds(
                first || hops.get(hops.size() - 1).target().equals(TARGET),
                () -> "The last hop leads elsewhere: " + route);
        String shown = route.toString();
        readable(shown.length() > 1000 ? "long" : shown);
        List<Link> open =
                route.links().stream().map(RouteParser::withoutPassword).toList();
        same(Route.parse(new Route(open).toString()), new Route(open), () -> "Written and read again");
    }

    private static Link withoutPassword(Link link) {
        return link.argument() instanceof Link.Via via
                ? Link.of(
                        link.name(),
                        via.address(),
                        new Credentials(via.credentials().user(), ""))
                : link;
    }
}
