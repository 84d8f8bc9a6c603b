package dev.jackfield.shell.internal;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.Route;
import dev.jackfield.http.Routes;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which way to go; picocli fills the fields. */
final class RouteOptions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description =
                    "Go this way, for example 'plain > socks5(user:password@127.0.0.1:1080)'; or with @FILE the way in"
                            + " a file, with @- on standard input. What is typed here, others on this machine can see.")
    String route;

    @Option(
            names = "--connector",
            paramLabel = "NAME",
            description = "Connect by what is plugged in under NAME; the same as --route NAME. Default: plain.")
    String connector;

    @Option(
            names = {"-x", "--proxy"},
            paramLabel = "URL",
            description =
                    "Go by this proxy: [http|https|socks4|socks4a|socks5|socks5h://][user:password@]host[:port]. An"
                            + " empty URL stands for none. Default: what http_proxy, https_proxy and all_proxy say; not in OSGi.")
    String proxy;

    @Option(
            names = {"--no-proxy", "--noproxy"},
            paramLabel = "LIST",
            description =
                    "Go directly to these: names and what is below them, addresses, blocks of addresses, with commas"
                            + " between them; * for all. Default: what no_proxy says.")
    String noProxy;

    /**
     * Which way to where.
     *
     * @param usual where nothing here says otherwise
     * @param environment what may name proxies
     * @throws IllegalArgumentException if something makes no sense
     */
    Routes over(Routes usual, Map<String, String> environment, InputStream in) {
        if (Stream.of(route, connector, proxy).filter(Objects::nonNull).count() > 1) {
            throw new IllegalArgumentException("--route, --connector and --proxy: expected one of them, got several");
        }
        if (route != null) {
            return direct().then(Routes.of(RouteOption.read(route, in)));
        }
        if (connector != null) {
            return direct().then(Routes.of(connectorAlone()));
        }
        return direct().then(proxies(environment)).then(usual);
    }

    private Routes direct() {
        try {
            return noProxy == null ? Routes.direct() : Routes.directTo(noProxy);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--no-proxy: " + e.getMessage(), e);
        }
    }

    private Routes proxies(Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>(environment);
        if (noProxy != null) {
            forget(variables, "no_proxy");
        }
        if (proxy == null) {
            return Routes.ofEnvironment(variables);
        }
        Stream.of("http_proxy", "https_proxy", "all_proxy").forEach(name -> forget(variables, name));
        variables.put("all_proxy", proxy);
        return read("all_proxy", "--proxy", variables);
    }

    private Route connectorAlone() {
        if (!NAME.matcher(connector).matches()) {
            throw new IllegalArgumentException(
                    "--connector: expected a name of letters, digits, \"-\", \"_\" and \".\", got \"" + connector
                            + "\"");
        }
        return Route.of(Link.of(connector));
    }

    /** What stands for an option is called by the option's name. */
    private static Routes read(String variable, String option, Map<String, String> variables) {
        try {
            return Routes.ofEnvironment(variables);
        } catch (IllegalArgumentException e) {
            String reason = e.getMessage();
            throw new IllegalArgumentException(
                    reason.startsWith(variable + ":") ? option + reason.substring(variable.length()) : reason, e);
        }
    }

    private static void forget(Map<String, String> variables, String name) {
        variables.remove(name);
        variables.remove(name.toUpperCase(Locale.ROOT));
    }
}
