package dev.jackfield.itest.parity.families;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.gson.JsonElement;
import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.ResolverOptions;
import dev.jackfield.resolver.Resolvers;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The standard resolver, in the order of the original (name servers first), with files of its own. */
final class ScriptedResolver {
    private static final String HOSTS = "hosts";
    private static final String RESOLV_CONF = "resolv.conf";

    private final OwnLoop loop;

    ScriptedResolver(OwnLoop loop) {
        this.loop = loop;
    }

    /** What it is set before: a name server that knows this, and a hosts file. */
    record Setting(Map<String, JsonElement> script, String hosts) {
        static final Setting NOTHING = new Setting(Map.of(), "");
    }

    /**
     * What came of a look-up.
     *
     * @param failure empty if it did not fail
     * @param asked questions to the name server
     * @param early whether it was complete before the call returned
     */
    record Result(Transport transport, List<Target> targets, String failure, List<String> asked, boolean early) {
        /** Where it did not come to a look-up. */
        static Result refused(IllegalArgumentException error) {
            return new Result(Transport.TCP, List.of(), String.valueOf(error.getMessage()), List.of(), false);
        }
    }

    /** What is done with it. */
    interface Use<T> {
        T with(Resolver resolver, NameServer server) throws InterruptedException, ExecutionException;
    }

    <T> T with(Setting setting, Use<T> use) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("parity");
        try (NameServer server = new NameServer(setting.script())) {
            Files.writeString(folder.resolve(HOSTS), setting.hosts(), ISO_8859_1);
            Files.writeString(folder.resolve(RESOLV_CONF), "options attempts:1\n");
            return use.with(Resolvers.standard(options(folder, server)), server);
        } finally {
            Files.deleteIfExists(folder.resolve(HOSTS));
            Files.deleteIfExists(folder.resolve(RESOLV_CONF));
            Files.delete(folder);
        }
    }

    Result resolve(Setting setting, HostPort target, Family family, Transport transport)
            throws IOException, InterruptedException, ExecutionException {
        return with(setting, (resolver, server) -> result(resolver, query(target, family, transport), server));
    }

    private Query query(HostPort target, Family family, Transport transport) {
        return Query.of(target, loop()).withFamily(family).withTransport(transport);
    }

    private Result result(Resolver resolver, Query query, NameServer server)
            throws InterruptedException, ExecutionException {
        AtomicBoolean early = new AtomicBoolean();
        try {
            List<Target> targets = loop.call(on -> {
                CompletableFuture<List<Target>> stage = resolver.resolve(query).toCompletableFuture();
                early.set(stage.isDone());
                return stage;
            });
            return new Result(query.transport(), targets, "", server.asked(), early.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                String why = String.valueOf(failure.getMessage());
                return new Result(query.transport(), List.of(), why, server.asked(), early.get());
            }
            throw e;
        }
    }

    private static ResolverOptions options(Path folder, NameServer server) {
        HostPort at = HostPort.of(
                IpAddress.of(server.address().getAddress()).toString(),
                server.address().getPort());
        return new ResolverOptions(
                folder.resolve(HOSTS).toString(),
                List.of(at),
                folder.resolve(RESOLV_CONF).toString(),
                folder.resolve("services").toString(),
                ResolverOptions.Order.DNS_FIRST,
                0,
                Duration.ZERO,
                Duration.ZERO,
                ResolverOptions.defaults().resolutionDelay());
    }

    ChannelLoop loop() {
        return loop.get();
    }

    void close() {
        loop.close();
    }
}
