package dev.jackfield.resolver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.resolver.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With real loops and files, but without a network. */
class StandardResolverTest {
    private final Loops loops = Loops.create(1);
    private final ChannelLoop loop = loops.all().get(0);

    @TempDir
    Path folder;

    private ResolverOptions options;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("hosts"), "192.0.2.1 a.test\n");
        Files.writeString(folder.resolve("resolv.conf"), "");
        Files.writeString(folder.resolve("services"), "ours 4711/tcp\n");
        options = with(List.of());
    }

    private ResolverOptions with(List<HostPort> servers) {
        return ResolverOptions.defaults()
                .withHosts(folder.resolve("hosts").toString())
                .withServers(servers)
                .withResolvConf(folder.resolve("resolv.conf").toString())
                .withServices(folder.resolve("services").toString());
    }

    @AfterEach
    void closeLoops() {
        loops.close();
    }

    @Test
    void isFoundByTheServiceLoaderBeforeTheOtherOne() {
        assertThat(ServiceLoader.load(Resolver.class))
                .hasExactlyElementsOfTypes(StandardResolver.class, SystemResolver.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "a.test"})
    void completesOnTheLoopAndNotBeforeTheCallHasReturned(String host) throws Exception {
        Resolver resolver = Resolvers.standard(options);
        CompletableFuture<String> seen = new CompletableFuture<>();
        loop.execute(() -> {
            var stage = resolver.resolve(Query.of(HostPort.of(host, 80), loop));
            boolean early = stage.toCompletableFuture().isDone();
            stage.whenComplete((targets, error) ->
                    seen.complete("early " + early + ", on loop " + loop.inLoop() + ", error " + error));
        });
        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("early false, on loop true, error null");
    }

    @Test
    void readsTheFilesOfItsOptions() throws Exception {
        assertThat(resolve(Resolvers.standard(options), "a.test", "ours")).containsExactly("192.0.2.1:4711");
    }

    @Test
    void asksNameServersAndRemembersWhatTheySaid() throws Exception {
        try (AnsweringServer server = new AnsweringServer()) {
            Resolver resolver = Resolvers.standard(with(List.of(server.address())));
            assertThat(resolve(resolver, "b.test", "80")).containsExactly("192.0.2.53:80");
            assertThat(resolve(resolver, "B.test", "81")).containsExactly("192.0.2.53:81");
            assertThat(resolve(resolver, "b.test", "http")).containsExactly("192.0.2.53:80");
            assertThat(server.asked).containsExactlyInAnyOrder("b.test 28", "b.test 1", "_http._tcp.b.test 33");
        }
    }

    @Test
    void asksTheJvmWithoutNameServers() throws Exception {
        // The JVM takes an address for the name of this machine's loopback in any form; a name it does not know is
        // none.
        CompletableFuture<List<Target>> stage = Resolvers.standard(options)
                .resolve(Query.of(HostPort.of("nowhere.invalid", 80), loop))
                .toCompletableFuture();
        assertThat(stage)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withMessageContaining("Cannot resolve \"nowhere.invalid\": not in " + folder.resolve("hosts")
                        + "; the JVM's resolver: ");
    }

    @Test
    void leavesTheHostsFileToTheJvmIfThatIsAllThereIs() throws Exception {
        assertThat(resolve(Resolvers.system(), "localhost", "80")).containsExactly("127.0.0.1:80", "[::1]:80");
        assertThat(resolve(Resolvers.system(), "192.0.2.7", "http")).containsExactly("192.0.2.7:80");
    }

    @Test
    void followsItsConfiguration() throws Exception {
        StandardResolver resolver = StandardResolver.of(options);
        Path other = folder.resolve("other");
        Files.writeString(other, "192.0.2.2 a.test\n");
        resolver.modified(ConfiguredOptionsTest.settings(other.toString(), ""));
        assertThat(resolve(resolver, "a.test", "80")).containsExactly("192.0.2.2:80");
        resolver.modified(ConfiguredOptionsTest.settings(folder.toString(), "sideways"));
        assertThat(resolve(resolver, "a.test", "80"))
                .as("nothing of a configuration with an error")
                .containsExactly("192.0.2.2:80");
    }

    private List<String> resolve(Resolver resolver, String host, String service) throws Exception {
        return resolver
                .resolve(Query.of(HostPort.of(host, service), loop))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .stream()
                .map(Target::toString)
                .toList();
    }
}
