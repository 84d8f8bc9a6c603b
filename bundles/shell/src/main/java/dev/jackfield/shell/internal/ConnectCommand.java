package dev.jackfield.shell.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.connector.Wire;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Routes;
import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import dev.jackfield.shell.internal.tap.Security;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect HOST:PORT}. */
@Command(
        name = "connect",
        description = {
            "Connect and join the connection with standard input and output, until the other side ends it. The"
                    + " end of the input is passed on. Good for a ProxyCommand of ssh.",
            "In a shell of OSGi the keyboard belongs to the connection until that ends, or to what is piped in:"
                    + " echo QUIT | jackfield:connect 127.0.0.1:25"
        },
        sortOptions = false)
final class ConnectCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "HOST:PORT", description = "Where to, for example 127.0.0.1:22 or [::1]:22.")
    String target;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show on standard error each hop, and how it is encrypted.")
    boolean verbose;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            defaultValue = "300",
            description = "Give up when an address, or a handshake on the way, takes longer. Default: 300.")
    Duration timeout;

    @Mixin
    RouteOptions routes;

    @Mixin
    TlsOptions tls;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    ConnectCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Route route = Routes.DIRECT;
        try (Loops loops = Loops.create(1)) {
            HostPort to = HostPort.parse(target);
            route = route(to);
            Panel panel = tls.over(settings.over(fittings).panel().get(), streams.in());
            Patch patch = encrypted(Patch.of(route, to, panel), to, panel);
            route = patch.route();
            Wire wire = wire(patch, to, loops.all().get(0));
            return new Joint(wire, streams, fittings.sharesPanel()).run();
        } catch (UnpluggedException e) {
            return report(e, ExitStatus.CONNECT);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return report(new IOException("interrupted"), ExitStatus.INTERRUPTED);
        } catch (ExecutionException e) {
            return report(e.getCause(), ExitStatus.connecting(e.getCause(), route));
        } catch (Output.Failure e) {
            return e.readerGone() ? ExitStatus.LOCAL_OUTPUT : report(e, ExitStatus.LOCAL_OUTPUT);
        } catch (IOException e) {
            return report(e, ExitStatus.RECEIVE);
        }
    }

    /** As for an https URL, whose proxies are asked for a tunnel; but not encrypted unless somebody says so. */
    private Route route(HostPort to) {
        ClientOptions usual = fittings.options().get();
        return routes.over(usual.routes(), fittings.environment(), streams.in()).route(true, to);
    }

    private Patch encrypted(Patch patch, HostPort to, Panel panel) throws UnpluggedException {
        if (!tls.given()) {
            return patch;
        }
        if (patch.encrypts()) {
            tls.checkAgainst(patch.route());
            return patch;
        }
        return Patch.of(patch.route().then(tls.link(fittings.options().get().tls())), to, panel);
    }

    private Wire wire(Patch patch, HostPort to, Loop loop) throws InterruptedException, ExecutionException {
        Dial dial =
                Dial.on(loop, timeout).reporting(hop -> tell(hop.toString())).following(hop -> tell(hop.toString()));
        CompletableFuture<Wire> connected = new CompletableFuture<>();
        loop.execute(() -> patch.connect(to, dial).whenComplete((wire, error) -> {
            if (error != null) {
                connected.completeExceptionally(error);
            } else {
                Security.of(wire).forEach(this::tell);
                connected.complete(wire);
            }
        }));
        return connected.get();
    }

    private void tell(String line) {
        if (verbose) {
            streams.err().println("* " + line);
        }
    }

    private int report(Throwable failure, int status) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        streams.err().println("jackfield: " + Terminal.oneLine(reason));
        return status;
    }
}
