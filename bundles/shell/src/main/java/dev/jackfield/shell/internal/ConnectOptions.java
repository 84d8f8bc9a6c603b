package dev.jackfield.shell.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.plain.PlainConnector;
import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.shell.internal.panel.OwnPlain;
import dev.jackfield.shell.internal.panel.OwnPlainPanel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * How names are looked up and addresses tried, on every command; picocli fills the fields.
 *
 * <p>Who gives one of these gets a plain connector and a resolver of their own for that command: the system properties,
 * and what is given here. Nobody else's are touched.
 */
final class ConnectOptions {
    private static final int DNS_PORT = 53;

    @Option(
            names = "--hosts",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Look names up in this file first, instead of the system's hosts file.")
    String hosts;

    @Option(
            names = "--dns",
            paramLabel = "HOST:PORT",
            split = ",",
            scope = ScopeType.INHERIT,
            description = "Ask these name servers, by address, instead of those of resolv.conf. Default port: 53.")
    List<String> dns = new ArrayList<>();

    @Option(
            names = "--serial",
            scope = ScopeType.INHERIT,
            description = "Try one address after the other, instead of letting them race.")
    boolean serial;

    @Option(
            names = {"-4", "--ipv4"},
            scope = ScopeType.INHERIT,
            description = "Use IPv4 addresses only.")
    boolean ipv4;

    @Option(
            names = {"-6", "--ipv6"},
            scope = ScopeType.INHERIT,
            description = "Use IPv6 addresses only.")
    boolean ipv6;

    boolean given() {
        return hosts != null || !dns.isEmpty() || serial || ipv4 || ipv6;
    }

    /**
     * The same fittings, unless something was given.
     *
     * @throws IllegalArgumentException if that makes no sense
     */
    Fittings over(Fittings fittings) {
        if (!given()) {
            return fittings;
        }
        PlainOptions plain = plainOptions();
        ResolverOptions names = resolverOptions();
        return fittings.withResolver(() -> Resolvers.standard(names)).withPanel(() -> {
            Connector own = PlainConnector.over(Resolvers.standard(names), plain);
            Panel panel = fittings.panel().get();
            return fittings.sharesPanel() ? new OwnPlainPanel(panel, own) : OwnPlain.plugInto(panel, own);
        });
    }

    /** Which addresses are wanted. */
    Family family() {
        if (ipv4 && ipv6) {
            throw new IllegalArgumentException("-4 and -6: expected one of them, got both");
        }
        Family usual = PlainOptions.ofSystemProperties().family();
        return ipv4 ? Family.IPV4 : ipv6 ? Family.IPV6 : usual;
    }

    private PlainOptions plainOptions() {
        PlainOptions options = PlainOptions.ofSystemProperties().withFamily(family());
        return serial ? options.withSerial(true) : options;
    }

    private ResolverOptions resolverOptions() {
        ResolverOptions options = ResolverOptions.ofSystemProperties();
        if (hosts != null) {
            if (!Files.isReadable(Path.of(hosts)) || Files.isDirectory(Path.of(hosts))) {
                throw new IllegalArgumentException("--hosts: expected a file that can be read, got \"" + hosts + "\"");
            }
            options = options.withHosts(hosts);
        }
        if (!dns.isEmpty()) {
            options = options.withServers(dns.stream()
                    .map(server -> HostPort.parse(server.strip(), DNS_PORT))
                    .toList());
        }
        return options;
    }
}
