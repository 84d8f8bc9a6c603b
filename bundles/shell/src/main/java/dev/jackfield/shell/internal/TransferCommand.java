package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import java.io.IOException;
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
        Delivery delivery = new Delivery(options, include(), new Output(options.output, streams.out()), streams.err());
        if (!takesData() && !options.data.isEmpty()) {
            throw usage("-d: " + spec.name() + " sends no data; use: jackfield request POST URL -d DATA");
        }
        try {
            Request.get(url);
        } catch (IllegalArgumentException e) {
            delivery.report(new HttpFailure(Phase.REQUEST, e.getMessage(), e));
            return ExitStatus.URL;
        }
        byte[] body;
        try {
            body = DataOption.read(options.data, streams.in());
        } catch (IOException e) {
            delivery.report(e.getMessage());
            return ExitStatus.LOCAL_INPUT;
        }
        Request request = request(url, body);
        return new Transfer(panel(), client, options, delivery).run(request);
    }

    private Panel panel() {
        try {
            return settings.over(fittings).panel().get();
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ClientOptions client() {
        try {
            return options.applyTo(fittings.options().get());
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
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
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
