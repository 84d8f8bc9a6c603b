package dev.jackfield.itest.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jackfield.itest.origin.Certified;
import dev.jackfield.itest.origin.Origin;
import dev.jackfield.itest.origin.SocksProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator of Karaf does: install features, type commands, edit files, drop jars. */
class KarafIT {
    /** Karaf 4.4 asks for the security manager, which Java 24 has removed. */
    static final int NEWEST_JAVA = 23;

    /** All but jackfield-fault, whose jar is dropped before. */
    private static final List<String> FEATURES = List.of(
            "jackfield-http",
            "jackfield-tls",
            "jackfield",
            "jackfield-shell",
            "jackfield-socks",
            "jackfield-anyevent",
            "jackfield-jmx",
            "jackfield-trace",
            "jackfield-cache");

    private static final String HTTP = "dev.jackfield.http.cfg";
    private static final String FAULT = "dev.jackfield.connector.fault.cfg";
    private static final String THERE_BEFORE = "# This was here before.\n";

    @TempDir
    private static Path directory;

    private static Origin origin;
    private static Karaf karaf;
    private static Console console;

    @BeforeAll
    static void installTheFeaturesOneByOne() throws Exception {
        int java = Runtime.version().feature();
        assumeTrue(java <= NEWEST_JAVA, "Karaf 4.4 does not start on Java " + java + ", only up to " + NEWEST_JAVA);
        origin = new Origin();
        karaf = Karaf.start(path("itest.karaf"), path("itest.repository"), directory.resolve("karaf"));
        karaf.configure("dev.jackfield.resolver.cfg", THERE_BEFORE);
        console = karaf.console();
        assertThat(console.run("feature:repo-add " + System.getProperty("itest.features")))
                .startsWith("Adding feature url");
        for (String feature : FEATURES) {
            assertThat(console.run("feature:install " + feature)).as(feature).isBlank();
        }
    }

    @AfterAll
    static void stopsAndLeavesNoProcess() throws Exception {
        if (karaf == null) {
            return;
        }
        try (Karaf ending = karaf;
                Origin idle = origin) {
            List<ProcessHandle> processes = ending.processes();
            if (console != null) {
                console.close();
            }
            ending.stop();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(2).noneMatch(ProcessHandle::isAlive);
            assertThat(idle.answered()).isPositive();
        }
    }

    @Test
    void runsAllBundles() throws Exception {
        assertThat(console.run("bundle:list --no-format -s | grep dev.jackfield")
                        .lines())
                .hasSizeGreaterThan(FEATURES.size())
                .allMatch(line -> line.contains("Active"));
    }

    @Test
    void getsDirectlyAndByTlsThroughAProxy() throws Exception {
        Certified certified = new Certified();
        Path root = certified.root(directory);

        try (Origin secure = certified.origin();
                SocksProxy proxy = new SocksProxy()) {
            assertThat(get("")).contains(Origin.BODY);
            String route = "--route 'plain > socks5(" + proxy.address() + ")' ";
            assertThat(console.run("jackfield:get --cacert " + root + " " + route + secure.url()))
                    .contains(Origin.BODY);
            assertThat(proxy.asked()).containsExactly("127.0.0.1");
        }
    }

    @Test
    void showsWhatIsPluggedInByWhichBundle() throws Exception {
        assertThat(panel()).contains("socks5", "tls(high)", "connect-digest");
        assertThat(panel().lines())
                .anyMatch(line -> line.contains(" trace ") && line.contains("dev.jackfield.connector.trace ["))
                .anyMatch(line -> line.contains(" cache ") && line.contains("dev.jackfield.connector.cache ["));
        assertThat(get("--route trace")).contains(Origin.BODY);
        assertThat(get("--route cache")).contains(Origin.BODY);
    }

    @Test
    void laysACordAndTellsWhatItLedTo() throws Exception {
        assertThat(console.run("jackfield:plug mine plain"))
                .containsPattern("\\* +connector +mine .* operator, a cord to plain");
        assertThat(console.run("jackfield:panel mine"))
                .contains("a cord to plain")
                .doesNotContain("socks5");
        assertThat(console.run("jackfield:explain --route mine " + origin.url()))
                .contains("1. GET " + origin.url())
                .containsPattern("plugs +mine, generation \\d+, of operator, a cord to plain")
                .containsPattern(
                        "mine to 127\\.0\\.0\\.1:\\d+ by plain, generation \\d+, of dev\\.jackfield\\.connector\\.plain \\[")
                .contains("HTTP/1.1 200 OK, ");
        assertThat(console.run("jackfield:unplug mine")).contains("Nothing is plugged in under \"mine\"");
        assertThat(console.run("jackfield:panel mine"))
                .contains("Expected something named \"mine\" on the panel, got only the connectors ");
    }

    @Test
    void helpsAndTellsOfCookies() throws Exception {
        assertThat(console.run("help jackfield:plug")).contains("Usage: jackfield plug", "SOCKET", "--ranking");
        assertThat(console.run("jackfield:unplug --nope")).contains("Unknown option: '--nope'");
        assertThat(console.run("jackfield:cookies")).contains("DOMAIN", "EXPIRES");
    }

    @Test
    void putsFilesIntoEtcUnlessTheyAreThere() throws Exception {
        assertThat(karaf.etc(HTTP)).content().contains("# route = plain");
        assertThat(karaf.etc("dev.jackfield.connector.plain.cfg")).exists();
        assertThat(karaf.etc("dev.jackfield.resolver.cfg")).hasContent(THERE_BEFORE);
    }

    @Test
    void takesAConnectorAndItsConfigurationWhileItRuns() throws Exception {
        assertThat(panel()).doesNotContain("fault");
        Path deployed = karaf.deploy(jar("connector-fault"));
        console.await("jackfield:panel", printed -> printed.contains("dev.jackfield.connector.fault ["));
        assertThat(get("--route fault")).contains(Origin.BODY);

        Path faults = karaf.configure(FAULT, "reset = 1\n");
        awaitGet("--route fault", "reset, as configured");
        assertThat(get("")).as("the usual way").contains(Origin.BODY);
        console.run("jackfield:plug plain fault");
        assertThat(get("")).contains("reset, as configured");
        console.run("jackfield:unplug plain");
        assertThat(get("")).as("the usual way again").contains(Origin.BODY);
        String usual = Files.readString(karaf.etc(HTTP));
        karaf.configure(HTTP, "route = fault\n");
        awaitGet("", "reset, as configured");
        karaf.configure(FAULT, "reset = 0\nlatency = 1\n");
        awaitGet("", Origin.BODY);
        karaf.configure(HTTP, "routes = other.example = plain\\n127.0.0.1 = nobody\n");
        awaitGet("", "nobody");
        karaf.configure(HTTP, usual);
        awaitGet("", Origin.BODY);

        Files.delete(faults);
        Files.delete(deployed);
        console.await("jackfield:panel", printed -> !printed.contains("fault"));
        assertThat(get("--route fault")).contains("fault").doesNotContain(Origin.BODY);

        assertThat(console.run("feature:install jackfield-fault")).isBlank();
        assertThat(panel()).contains("dev.jackfield.connector.fault [");
        assertThat(faults).content().contains("# reset = 0");
    }

    private static String panel() throws Exception {
        return console.run("jackfield:panel");
    }

    private static String get(String options) throws Exception {
        return console.run(getting(options));
    }

    private static void awaitGet(String options, String expected) throws Exception {
        console.await(getting(options), printed -> printed.contains(expected));
    }

    private static String getting(String options) {
        return "jackfield:get " + options + " " + origin.url();
    }

    private static Path jar(String artifact) throws IOException {
        try (Stream<Path> files = Files.walk(path("itest.repository").resolve("dev/jackfield/" + artifact))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path path(String property) {
        return Path.of(System.getProperty(property));
    }
}
