package dev.jackfield.resolver.internal.files;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.ServiceNames;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.internal.stub.StubConfig;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The three files that the options name, or the platform's. <i>Thread-safe</i>, but blocks. */
public final class MachineFiles implements Supplier<Tables> {
    /** Octets. */
    static final int LARGEST_SERVICES = 4 << 20;

    private final Supplier<Hosts> hosts;
    private final WatchedFile<StubConfig> dns;
    private final WatchedFile<ServiceNames> services;

    private MachineFiles(ResolverOptions options, Supplier<Hosts> hosts) {
        this.hosts = hosts;
        this.dns = new WatchedFile<>(
                chosen(options.resolvConf(), Path.of("/etc/resolv.conf")),
                ResolvConf.LARGEST,
                (file, text) -> with(options.servers(), ResolvConf.parse(file, text)));
        this.services = new WatchedFile<>(
                chosen(options.services(), platforms("services")),
                LARGEST_SERVICES,
                (file, text) -> ServiceNames.parse(text).or(ServiceNames.builtIn()));
    }

    public static MachineFiles of(ResolverOptions options) {
        Path file = chosen(options.hosts(), platforms("hosts"));
        return new MachineFiles(options, new WatchedFile<>(file, Hosts.LARGEST, Hosts::parse)::read);
    }

    /** For those who leave the hosts file to the operating system. */
    public static MachineFiles withoutHosts(ResolverOptions options) {
        Hosts none = new Hosts("", Map.of());
        return new MachineFiles(options, () -> none);
    }

    @Override
    public Tables get() {
        return new Tables(hosts.get(), dns.read(), services.read());
    }

    private static Path chosen(String text, Path otherwise) {
        return text.isEmpty() ? otherwise : Path.of(text);
    }

    private static Path platforms(String file) {
        if (File.separatorChar == '/') {
            return Path.of("/etc", file);
        }
        String root = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
        return Path.of(root, "System32", "drivers", "etc", file);
    }

    private static StubConfig with(List<HostPort> servers, StubConfig conf) {
        if (servers.isEmpty()) {
            return conf;
        }
        List<InetSocketAddress> addresses = servers.stream()
                .flatMap(server -> NameServer.of(server.literal().orElseThrow(), server.port()).stream())
                .toList();
        return new StubConfig(addresses, conf.search(), conf.ndots(), conf.timeouts(), conf.rotate(), conf.edns());
    }
}
