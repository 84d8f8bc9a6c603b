package dev.jackfield.resolver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.ResolverOptions.Order;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("hosts"), "192.0.2.1 a\n");
        Files.writeString(folder.resolve("resolv.conf"), "nameserver 192.0.2.2\nsearch b.test\n");
        Files.writeString(folder.resolve("services"), "ours 4711/tcp mine # comment\nhttp 8080/udp\n");
    }

    @Test
    void readsTheFilesThatTheOptionsName() {
        Tables tables = MachineFiles.of(options()).get();

        assertThat(tables.hosts().addresses("a")).containsExactly(IpAddress.of("192.0.2.1"));
        assertThat(tables.hosts().file()).isEqualTo(folder.resolve("hosts").toString());
        assertThat(tables.dns().servers()).containsExactly(new InetSocketAddress("192.0.2.2", 53));
        assertThat(tables.services().port("mine", "tcp")).hasValue(4711);
        assertThat(tables.services().port("http", "udp")).hasValue(8080);
        assertThat(tables.services().port("http", "tcp")).hasValue(80);
    }

    @Test
    void takesTheServersOfTheOptionsAndTheRestOfResolvConf() {
        Tables tables = MachineFiles.of(options(HostPort.of("192.0.2.3", 5353), HostPort.of("fe80::1%nowhere0", 53)))
                .get();

        assertThat(tables.dns().servers()).containsExactly(new InetSocketAddress("192.0.2.3", 5353));
        assertThat(tables.dns().search()).containsExactly("b.test");
    }

    @Test
    void canLeaveTheHostsFileToOthers() {
        Tables tables = MachineFiles.withoutHosts(options()).get();

        assertThat(tables.hosts().addresses("a")).isEmpty();
        assertThat(tables.hosts().file()).isEmpty();
        assertThat(tables.services().port("ours", "tcp")).hasValue(4711);
    }

    @Test
    void doesWithoutFiles() throws IOException {
        for (String name : List.of("hosts", "resolv.conf", "services")) {
            Files.delete(folder.resolve(name));
        }
        Tables tables = MachineFiles.of(options()).get();

        assertThat(tables.hosts().names()).isEmpty();
        assertThat(tables.dns().servers()).isEmpty();
        assertThat(tables.services().port("http", "tcp")).hasValue(80);
    }

    private ResolverOptions options(HostPort... servers) {
        return new ResolverOptions(
                folder.resolve("hosts").toString(),
                List.of(servers),
                folder.resolve("resolv.conf").toString(),
                folder.resolve("services").toString(),
                Order.HOSTS_FIRST,
                10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMillis(50));
    }
}
