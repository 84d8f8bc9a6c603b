package dev.jackfield.itest.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.itest.origin.Certified;
import dev.jackfield.itest.origin.Origin;
import dev.jackfield.itest.origin.SocksProxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator of Karaf does: add the repository, install the feature, use the command. */
class KarafIT {
    /** Karaf 4.4 asks for the security manager, which Java 24 has removed. */
    private static final int NEWEST_JAVA = 23;

    @TempDir
    Path directory;

    @Test
    void installsTheFeaturesAndGets() throws Exception {
        int java = Runtime.version().feature();
        assumeTrue(java <= NEWEST_JAVA, "Karaf 4.4 does not start on Java " + java + ", only up to " + NEWEST_JAVA);
        List<ProcessHandle> processes;

        Certified certified = new Certified();
        Path root = certified.root(directory);

        try (Origin origin = new Origin();
                Origin secure = certified.origin();
                SocksProxy proxy = new SocksProxy();
                Karaf karaf = Karaf.start(path("itest.karaf"), path("itest.repository"), directory.resolve("karaf"))) {
            karaf.run(
                    "feature:repo-add " + System.getProperty("itest.features"),
                    "feature:install jackfield-shell jackfield-trace");
            processes = karaf.processes();

            assertThat(karaf.run("jackfield:get " + origin.url())).contains(Origin.BODY);
            String route = "--route 'plain > socks5(" + proxy.address() + ")' ";
            assertThat(karaf.run("jackfield:get --cacert " + root + " " + route + secure.url()))
                    .contains(Origin.BODY);
            assertThat(proxy.asked()).containsExactly("127.0.0.1");
            assertThat(karaf.run("jackfield:panel")).contains("socks5", "tls(high)", "connect-digest");
            assertThat(karaf.run("bundle:list --no-format -s | grep dev.jackfield")
                            .lines())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("Active"));

            karaf.stop();
        }

        assertThat(processes).hasSizeGreaterThanOrEqualTo(2).noneMatch(ProcessHandle::isAlive);
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property));
    }
}
