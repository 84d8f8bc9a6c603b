package dev.jackfield.http.internal.routes;

import dev.jackfield.connector.Route;
import dev.jackfield.connector.RouteSyntaxException;
import dev.jackfield.http.OriginPattern;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Routes.Rule;
import java.util.ArrayList;
import java.util.List;

/** Rules as text, one on each line. */
public final class RoutesText {
    private RoutesText() {}

    /** Reads all lines. */
    public static Routes parse(String text) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                rules.add(rule(line, number));
            }
        }
        return new Routes(rules);
    }

    private static Rule rule(String line, int number) {
        try {
            // A pattern has no = in it, but a route may.
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new RouteSyntaxException(
                        line.length() + 1, "Expected = and a route behind a pattern, got the end");
            }
            OriginPattern pattern = OriginPattern.parse(line.substring(0, equals));
            // With blanks in place of what is before it, the columns are those of the line.
            return new Rule(pattern, Route.parse(" ".repeat(equals + 1) + line.substring(equals + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
        }
    }
}
