package dev.jackfield.shell.internal;

import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Request;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** What get, head and request have in common. */
abstract class TransferCommand extends HttpCommand {
    @Mixin
    TransferOptions options;

    @Mixin
    BodyOptions body;

    TransferCommand(Fittings fittings, ConnectOptions settings, Streams streams) {
        super(fittings, settings, streams);
    }

    /** The method to be used. */
    abstract String method();

    /** Whether the head belongs to the output. */
    abstract boolean include();

    /** Whether there may be a body to send. */
    abstract boolean takesData();

    @Override
    final ClientOptions options(ClientOptions common) {
        return body.applyTo(common);
    }

    @Override
    final Request request(String url) throws IOException {
        options.check();
        if (!takesData() && body.given()) {
            String option = body.option();
            throw new IllegalArgumentException(
                    option + ": " + spec.name() + " sends no data; use: jackfield request POST URL " + option + " ...");
        }
        Request plain = options.applyTo(Request.of(method(), url));
        return body.applyTo(plain, request.mentions("Content-Type"), streams.in());
    }

    @Override
    final int run(Panel panel, ClientOptions client, Route route, Request complete) throws IOException {
        Reporter reporter = reporter();
        Output output = new Output(options.output, streams.out());
        Delivery delivery = new Delivery(options, redirects, route, include(), output, reporter);
        return new Transfer(panel, client, Optional.ofNullable(request.maxTime), delivery, reporter).run(complete);
    }
}
