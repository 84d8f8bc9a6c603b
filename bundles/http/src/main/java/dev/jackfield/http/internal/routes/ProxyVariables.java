package dev.jackfield.http.internal.routes;

import dev.jackfield.connector.Route;
import dev.jackfield.http.OriginPattern;
import dev.jackfield.http.Routes;
import dev.jackfield.http.Routes.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The variables that name proxies, each with what it says; empty for nothing. */
public record ProxyVariables(Variable http, Variable https, Variable all, Variable no) {

    /** One of them, by the name under which it was found. */
    record Variable(String name, String value) {
        boolean present() {
            return !value.isEmpty();
        }

        <T> T read(Function<String, T> reader) {
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }
    }

    /** Looks them up. */
    public static ProxyVariables of(Map<String, String> environment) {
        // A client of a CGI program has its field Proxy in HTTP_PROXY.
        boolean cgi = environment.containsKey("REQUEST_METHOD");
        return new ProxyVariables(
                find(environment, "http_proxy", !cgi),
                find(environment, "https_proxy", true),
                find(environment, "all_proxy", true),
                find(environment, "no_proxy", true));
    }

    /** The rules that they make. */
    public Routes routes() {
        List<Rule> rules = new ArrayList<>();
        // Who needs no proxy of the environment may need another one: without any of its own, the list says nothing.
        if (http.present() || https.present() || all.present()) {
            NoProxy.patternsKnown(no.name, no.value).forEach(pattern -> rules.add(new Rule(pattern, Routes.DIRECT)));
        }
        add(rules, "http://*", http.present() ? http : all, false);
        add(rules, "https://*", https.present() ? https : all, true);
        return new Routes(rules);
    }

    private static void add(List<Rule> rules, String pattern, Variable variable, boolean secure) {
        if (variable.present()) {
            Route route = variable.read(ProxyUrl::parse).route(secure);
            rules.add(new Rule(OriginPattern.parse(pattern), route));
        }
    }

    private static Variable find(Map<String, String> environment, String lower, boolean capitalsToo) {
        String value = environment.getOrDefault(lower, "");
        if (!value.isEmpty() || !capitalsToo) {
            return new Variable(lower, value);
        }
        String upper = lower.toUpperCase(Locale.ROOT);
        return new Variable(upper, environment.getOrDefault(upper, ""));
    }
}
