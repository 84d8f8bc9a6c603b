package dev.jackfield.shell.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.Resolver;
import dev.jackfield.resolver.Target;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resolve NAME[:SERVICE]}. */
@Command(
        name = "resolve",
        description = "Print where a name leads, one address a line, in the order in which they would be tried.",
        sortOptions = false)
final class ResolveCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "A host, with a port or a service if wanted: example.com, example.com:443, example.com:xmpp-client"
                            + " or example.com:name=port. For a service by name, SRV records are asked for.")
    String name;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    ResolveCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintStream out = new PrintStream(streams.out(), true, Terminal.charset());
        try (Loops loops = Loops.create(1)) {
            HostPort target = HostPort.parse(name, 0);
            Resolver resolver = settings.over(fittings).resolver().get();
            for (Target found : resolve(resolver, target, loops.all().get(0))) {
                boolean bare = found.port() == 0 && found.address() instanceof IpAddress;
                out.println(bare ? found.address() : found);
            }
            return ExitStatus.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } catch (ExecutionException e) {
            streams.err()
                    .println("jackfield: "
                            + Terminal.oneLine(String.valueOf(e.getCause().getMessage())));
            return ExitStatus.RESOLVE;
        }
    }

    private List<Target> resolve(Resolver resolver, HostPort target, Loop loop)
            throws InterruptedException, ExecutionException {
        Query query = Query.of(target, loop).withFamily(settings.family());
        CompletableFuture<List<Target>> found = new CompletableFuture<>();
        loop.execute(() -> resolver.resolve(query).whenComplete((targets, error) -> {
            if (error == null) {
                found.complete(targets);
            } else {
                found.completeExceptionally(error);
            }
        }));
        return found.get();
    }
}
