package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Patch;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.UnpluggedException;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Routes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What get, head and request have in common: from the command line to a request, and to the exit status. */
abstract class TransferCommand implements Callable<Integer> {
    private final Fittings fittings;
    private final ConnectOptions settings;
    private final Streams streams;

    @Spec
    CommandSpec spec;

    @Mixin
    TransferOptions options;

    @Mixin
    RouteOptions routes;

    @Mixin
    TlsOptions tls;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    TransferCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        this.fittings = fittings;
        this.settings = settings;
        this.streams = streams;
    }

    /** The method to be used. */
    abstract String method();

    /** The URL as typed. */
    abstract String url();

    /** Whether the head belongs to the output. */
    abstract boolean include();

    /** Whether there may be a body to send. */
    abstract boolean takesData();

    @Override
    public Integer call() throws IOException {
        String url = Urls.complete(url());
        ClientOptions client = client();
        if (!takesData() && !options.data.isEmpty()) {
            throw usage(new IllegalArgumentException(
                    "-d: " + spec.name() + " sends no data; use: jackfield request POST URL -d DATA"));
        }
        Route route;
        try {
            route = client.routes().route(url);
        } catch (IllegalArgumentException e) {
            delivery(Routes.DIRECT).report(new HttpFailure(Phase.REQUEST, e.getMessage(), e));
            return ExitStatus.URL;
        }
        Delivery delivery = delivery(route);
        byte[] body;
        try {
            body = DataOption.read(options.data, streams.in());
        } catch (IOException e) {
            delivery.report(e.getMessage());
            return ExitStatus.LOCAL_INPUT;
        }
        Request request = request(url, body);
        Panel panel = panel(route);
        if (tls.insecure && url.regionMatches(true, 0, "https:", 0, 6)) {
            delivery.report("--insecure: nobody checks who the server is");
        }
        return new Transfer(panel, client, options, delivery).run(request);
    }

    private Delivery delivery(Route route) {
        return new Delivery(options, route, include(), new Output(options.output, streams.out()), streams.err());
    }

    /** What to connect with. What a link has no use for is a mistake in the command line; what is missing may come yet. */
    private Panel panel(Route route) {
        try {
            Panel panel = tls.over(settings.over(fittings).panel().get(), streams.in());
            check(route, panel);
            return panel;
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private void check(Route route, Panel panel) {
        try {
            if (Patch.of(route, panel).encrypts()) {
                tls.checkAgainst(route);
            }
        } catch (UnpluggedException mayComeYet) {
            // The client waits for it, and tells.
            tls.checkIfNamedIn(route);
        }
    }

    private ClientOptions client() {
        try {
            ClientOptions usual = fittings.options().get();
            // Only others can plug something in while the command waits.
            Duration wait = fittings.sharesPanel() ? usual.plugWait() : Duration.ZERO;
            return options.applyTo(usual)
                    .withPlugWait(wait)
                    .withRoutes(routes.over(usual.routes(), fittings.environment(), streams.in()))
                    .withTls(tls.link(usual.tls()));
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private Request request(String url, byte[] body) {
        try {
            Request request = options.applyTo(Request.of(method(), url));
            if (options.data.isEmpty()) {
                return request;
            }
            boolean typed = options.mentions("Content-Type");
            Request withType =
                    typed ? request : request.withHeader("Content-Type", "application/x-www-form-urlencoded");
            return withType.withBody(body);
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private ParameterException usage(IllegalArgumentException mistake) {
        return new ParameterException(spec.commandLine(), mistake.getMessage(), mistake);
    }
}
