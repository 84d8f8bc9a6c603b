package dev.jackfield.itest.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Certified;
import dev.jackfield.itest.origin.Origin;
import dev.jackfield.itest.origin.SocksProxy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image made by jlink: the application, the shell, a connector and layers, with as much of Java as they need. */
class ImageIT {
    @TempDir
    static Path directory;

    private static Path image;

    /** By name, for nobody requires a connector, and binding all services would bring half the JDK. */
    private static final String MODULES = String.join(
            ",",
            "dev.jackfield.itest.modules",
            "dev.jackfield.shell",
            "dev.jackfield.connector.plain",
            "dev.jackfield.connector.tls",
            "dev.jackfield.connector.socks",
            // Elliptic curves, which most servers want for TLS, are a provider of their own before Java 22.
            "jdk.crypto.ec");

    @BeforeAll
    static void link() {
        image = directory.resolve("image");
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "--module-path",
                        Run.modulePath(),
                        "--add-modules",
                        MODULES,
                        "--launcher",
                        "application=dev.jackfield.itest.modules/dev.jackfield.itest.modules.Get",
                        "--launcher",
                        "jackfield=dev.jackfield.shell/dev.jackfield.shell.Main",
                        "--no-header-files",
                        "--no-man-pages",
                        "--output",
                        image.toString());
        writer.flush();
        assertThat(status).as(output.toString()).isZero();
    }

    @Test
    void runsTheApplication() throws Exception {
        try (Origin origin = new Origin()) {
            assertThat(image("application", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }

    @Test
    void runsTheCommand() throws Exception {
        try (Origin origin = new Origin()) {
            assertThat(image("jackfield", "get", origin.url())).isEqualTo(new Run(0, Origin.BODY, ""));
        }
    }

    @Test
    void encryptsThroughAProxy() throws Exception {
        Certified certified = new Certified();
        try (Origin origin = certified.origin();
                SocksProxy proxy = new SocksProxy()) {
            String root = certified.root(directory).toString();
            String route = "plain > socks5(" + proxy.address() + ")";
            assertThat(image("jackfield", "get", "--cacert", root, "--route", route, origin.url()))
                    .isEqualTo(new Run(0, Origin.BODY, ""));
            assertThat(proxy.asked()).containsExactly("127.0.0.1");
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        try (Origin origin = new Certified().origin()) {
            Run run = image("application", origin.url());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err()).contains("tls(high)").contains("certificate");
        }
    }

    @Test
    void holdsNoMoreOfJavaThanNeeded() throws Exception {
        Run run = image("java", "--list-modules");

        assertThat(run.out().lines().filter(line -> line.startsWith("java.") || line.startsWith("jdk.")))
                .map(line -> line.replaceFirst("@.*", ""))
                .contains("java.base")
                .doesNotContain("java.desktop", "java.net.http", "jdk.compiler", "jdk.httpserver");
    }

    private static Run image(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(image.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return Run.of(command);
    }
}
