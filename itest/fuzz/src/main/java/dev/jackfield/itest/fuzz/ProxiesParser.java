package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.http.OriginPattern;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Routes.Rule;
import java.util.Map;

/** What the environment says about proxies. Whatever it says, a password is in no message. */
final class ProxiesParser implements Parser {
    private static final String SECRET = "hUsH-9";

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        String open = text.contains(SECRET) ? "" : text;
        read("http_proxy", open);
        readDirect(open);
        read("all_proxy", "socks5://user:" + SECRET + open);
        read("https_proxy", "user:" + SECRET + "@" + open);
    }

    private static void read(String variable, String value) {
        try {
            Routes routes = Routes.ofEnvironment(Map.of(variable, value));
            holds(!routes.toString().contains(SECRET), () -> "A password in routes: " + routes);
            readAgain(routes);
        } catch (IllegalArgumentException e) {
            readable(e.getMessage());
            holds(e.getMessage().startsWith(variable + ": "), () -> "Another variable: " + e.getMessage());
            holds(!e.getMessage().contains(SECRET), () -> "A password in a message: " + e.getMessage());
        }
    }

    private static void readDirect(String list) {
        try {
            readAgain(Routes.directTo(list));
        } catch (IllegalArgumentException e) {
            readable(e.getMessage());
        }
    }

    private static void readAgain(Routes routes) {
        for (Rule rule : routes.rules()) {
            same(OriginPattern.parse(rule.pattern().toString()), rule.pattern(), () -> "Written and read again");
        }
    }
}
