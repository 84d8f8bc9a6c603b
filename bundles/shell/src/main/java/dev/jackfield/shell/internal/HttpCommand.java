package dev.jackfield.shell.internal;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common that send requests: from the command line to a client, and to the exit status. */
abstract class HttpCommand implements Callable<Integer> {
    final Streams streams;
    private final Fittings fittings;
    private final ConnectOptions settings;

    @Spec
    CommandSpec spec;

    @Mixin
    RequestOptions request;

    @Mixin
    RedirectOptions redirects;

    @Mixin
    CookieOptions cookies;

    @Mixin
    RouteOptions routes;

    @Mixin
    TlsOptions tls;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    HttpCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    /** The URL as typed. */
    abstract String url();

    /** Makes the request; what the command line says about it all, but what differs, is there already. */
    abstract Request request(String url) throws IOException;

    /** The options of the client, if there is something else to them than all commands say. */
    ClientOptions options(ClientOptions common) {
        return common;
    }

    /** Sends it. */
    abstract int run(Panel panel, ClientOptions client, Route route, Request complete) throws IOException;

    @Override
    public final Integer call() throws IOException {
        Reporter reporter = reporter();
        String url = Urls.complete(url());
        Request complete;
        ClientOptions client;
        Route route;
        try {
            client = client();
            try {
                route = client.routes().route(url);
            } catch (IllegalArgumentException e) {
                reporter.report(new HttpFailure(Phase.REQUEST, e.getMessage(), e));
                return ExitStatus.URL;
            }
            complete = cookies.applyTo(request.applyTo(request(url)));
        } catch (IOException e) {
            reporter.report(e.getMessage());
            return ExitStatus.LOCAL_INPUT;
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
        Panel panel = panel(route, complete.origin());
        if (tls.insecure && url.regionMatches(true, 0, "https:", 0, 6)) {
            reporter.report("--insecure: nobody checks who the server is");
            if (!shared()) {
                Hush.unchecked();
            }
        }
        return saved(run(panel, client, route, complete));
    }

    final Reporter reporter() {
        return new Reporter(streams.err(), request);
    }

    final ParameterException usage(IllegalArgumentException mistake) {
        return new ParameterException(spec.commandLine(), mistake.getMessage(), mistake);
    }

    /** Whether others use what is plugged in here. */
    final boolean shared() {
        return fittings.sharesPanel();
    }

    private int saved(int status) {
        try {
            cookies.save(streams.out());
            return status;
        } catch (IOException e) {
            reporter().report("Cannot save the cookies \"" + cookies.saveTo + "\": " + Output.reason(e));
            return status == ExitStatus.OK ? ExitStatus.LOCAL_OUTPUT : status;
        }
    }

    private ClientOptions client() throws IOException {
        ClientOptions usual = fittings.options().get();
        // Only others can plug something in while the command waits.
        Duration wait = fittings.sharesPanel() ? usual.plugWait() : Duration.ZERO;
        ClientOptions common = redirects
                .applyTo(request.applyTo(usual))
                .withPlugWait(wait)
                .withRoutes(routes.over(usual.routes(), fittings.environment(), streams.in()))
                .withTls(tls.link(usual.tls()));
        return options(cookies.applyTo(common, reporter()::report));
    }

    /** What to connect with. What a link has no use for is a mistake in the command line; what is missing may come yet. */
    private Panel panel(Route route, HostPort origin) {
        try {
            Panel panel = tls.over(settings.over(fittings).panel().get(), streams.in());
            check(route, origin, panel);
            return panel;
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private void check(Route route, HostPort origin, Panel panel) {
        try {
            if (Patch.of(route, origin, panel).encrypts()) {
                tls.checkAgainst(route);
            }
        } catch (UnpluggedException mayComeYet) {
            // The client waits for it, and tells.
            tls.checkIfNamedIn(route);
        }
    }
}
