package dev.jackfield.shell.internal.osgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.Commands;
import dev.jackfield.shell.Completion;
import dev.jackfield.shell.internal.demo.OriginServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import org.apache.felix.service.command.Descriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GogoCommandsTest {
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Loops loops = Loops.create(1);
    private final Panel panel = Panel.open();
    private final HttpClient client = HttpClient.create(ClientOptions.defaults(), loops, panel);
    private final GogoCommands commands = new GogoCommands(panel);
    private OriginServer origin;

    @BeforeEach
    void redirect() throws Exception {
        commands.client = client;
        origin = OriginServer.open(loops.all().get(0));
        System.setOut(new PrintStream(out));
        System.setErr(new PrintStream(err));
    }

    @AfterEach
    void restore() {
        System.setOut(systemOut);
        System.setErr(systemErr);
        client.close();
        origin.close();
        loops.close();
    }

    @Test
    void getsForAShell() {
        commands.get(origin.url());
        assertThat(out.toString()).isEqualTo(OriginServer.BODY);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void headsAndRequestsForAShell() {
        commands.head(origin.url());
        commands.request("GET", "-i", origin.url());
        assertThat(out.toString().split("HTTP/1.1 200 OK")).hasSize(3);
    }

    @Test
    void throwsSoThatAShellSeesAFailure() {
        assertThatThrownBy(() -> commands.get("ftp://nowhere"))
                .hasMessage("get: exit status 3")
                .hasNoCause();
        assertThatThrownBy(() -> commands.demo("--nonsense")).hasMessage("demo: exit status 2");
        assertThat(err.toString()).contains("599 REQUEST").contains("--nonsense");
    }

    @Test
    void runsWholeLinesForALauncher() {
        ToIntFunction<String[]> launcher = commands;
        assertThat(launcher.applyAsInt(new String[] {"get", origin.url()})).isZero();
        assertThat(launcher.applyAsInt(new String[] {"get", "--nonsense"})).isEqualTo(2);
        assertThat(out.toString()).isEqualTo(OriginServer.BODY);
    }

    @Test
    void isFoundWithoutOsgi() {
        Commands found = ServiceLoader.load(Commands.class).findFirst().orElseThrow();
        assertThat(found.applyAsInt(new String[] {"get", origin.url()})).isZero();
        assertThat(out.toString()).isEqualTo(OriginServer.BODY);
    }

    @Test
    void stopsAtASessionThatIsGone() {
        System.setOut(new PrintStream(new java.io.OutputStream() {
            @Override
            public void write(int octet) throws java.io.IOException {
                throw new java.io.IOException("gone");
            }
        }));
        assertThat(commands.applyAsInt(new String[] {"get", origin.url()})).isEqualTo(23);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void hasAFunctionForEachCommandAndSaysWhatItDoes() throws Exception {
        List<Completion> all = commands.complete(List.of(""), 0);
        assertThat(all).hasSizeGreaterThan(10);
        for (Completion command : all) {
            Descriptor said =
                    GogoCommands.class.getMethod(command.word(), String[].class).getAnnotation(Descriptor.class);
            assertThat(said.value()).isEqualTo(command.description());
        }
        String component = new String(
                GogoCommands.class.getResourceAsStream("GogoCommands.class").readAllBytes(), ISO_8859_1);
        assertThat(all).allMatch(command -> component.contains("osgi.command.function=" + command.word()));
    }

    @Test
    void saysWhichServiceIsMissing() {
        commands.client = null;
        assertThat(commands.applyAsInt(new String[] {"get", origin.url()})).isEqualTo(1);
        assertThat(commands.applyAsInt(new String[] {"resolve", "localhost"})).isEqualTo(1);
        assertThat(err.toString())
                .contains("Expected a service of the type dev.jackfield.http.HttpClient, got none")
                .contains("Expected a service of the type dev.jackfield.resolver.Resolver, got none");
    }

    @Test
    void keepsCordsWhileOtherServicesGo() {
        commands.plug("mine", "plain");
        commands.client = null;
        commands.panel("mine");
        commands.unplug("mine");
        assertThat(panel.connector("mine")).isEmpty();
    }

    @Test
    void keepsCordsUntilItEnds() {
        commands.plug("mine", "plain");
        assertThat(panel.connector("mine")).isPresent();
        assertThat(out.toString()).contains("a cord to plain");
        commands.deactivate();
        assertThat(panel.connector("mine")).isEmpty();
    }
}
