package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Route;
import dev.jackfield.http.OriginPattern;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Routes.Rule;
import java.util.List;

/** Rules for routes. What is printed is read again as the same, and every origin has a route. */
final class RoutesParser implements Parser {
    private static final List<HostPort> ORIGINS =
            List.of(HostPort.of("origin.test", 443), HostPort.of("127.0.0.1", 80), HostPort.of("2001:db8::1", 8080));

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        Routes routes;
        try {
            routes = Routes.parse(text);
        } catch (IllegalArgumentException e) {
            readable(e.getMessage());
            holds(e.getMessage().matches("(?s)Line [0-9]+: .+"), () -> "A message without a line: " + e.getMessage());
            return;
        }
        for (Rule rule : routes.rules()) {
            OriginPattern pattern = rule.pattern();
            same(OriginPattern.parse(pattern.toString()), pattern, () -> "Written and read again");
        }
        for (HostPort origin : ORIGINS) {
            Route route = routes.route(true, origin);
            boolean first = routes.rules().stream()
                    .filter(rule -> rule.pattern().matches(true, origin))
                    .findFirst()
                    .map(rule -> rule.route() == route)
                    .orElse(route == Routes.DIRECT);
            holds(first, () -> "Not the first rule for " + origin);
        }
    }
}
