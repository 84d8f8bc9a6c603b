package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.shell.internal.demo.PanelSwaps;
import dev.jackfield.shell.internal.demo.Swaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What differs between the two doors.
 *
 * @param options what a client begins with; they may change at run time
 * @param panel what it connects with
 * @param resolver what looks names up, for who does nothing else with them
 * @param swaps how the demo replaces the connector of that panel, and what else goes by other ways than the panel
 * @param framework what is around, if others use the panel, too
 * @param environment where proxies may be named; empty where the environment is that of a server and not of who types
 */
public record Fittings(
        Supplier<ClientOptions> options,
        Supplier<Panel> panel,
        Supplier<Resolver> resolver,
        Function<Panel, List<Swaps>> swaps,
        Optional<Framework> framework,
        Map<String, String> environment) {

    /**
     * Default options, the environment, and a panel filled by {@link java.util.ServiceLoader} once a command needs it.
     *
     * @return for use without OSGi
     */
    public static Fittings standalone() {
        return new Fittings(
                ClientOptions::defaults,
                Fittings::openPanel,
                Resolvers::standard,
                PanelSwaps::on,
                Optional.empty(),
                System.getenv());
    }

    /** Whether others use the panel, too. */
    boolean sharesPanel() {
        return framework.isPresent();
    }

    /** The same with another panel. */
    Fittings withPanel(Supplier<Panel> other) {
        return new Fittings(options, other, resolver, swaps, framework, environment);
    }

    /** The same with another resolver. */
    Fittings withResolver(Supplier<Resolver> other) {
        return new Fittings(options, panel, other, swaps, framework, environment);
    }

    /** A provider whose system properties make no sense would be left out, with a line in the log; who types is told at once. */
    static Panel openPanel() {
        PlainOptions.ofSystemProperties();
        ResolverOptions.ofSystemProperties();
        return Panel.open();
    }
}
