package dev.jackfield.shell.internal;

import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What all commands have in common that send requests; picocli fills the fields. */
final class RequestOptions {
    @Option(
            names = {"-H", "--header"},
            paramLabel = "HEADER",
            description =
                    "Send \"Name: value\". \"Name:\" leaves out a field that would be sent, \"Name;\" sends it empty.")
    List<String> headers = new ArrayList<>();

    @Option(
            names = {"-A", "--user-agent"},
            paramLabel = "NAME",
            description = "Send this User-Agent; an empty NAME sends none.")
    String userAgent;

    @Option(
            names = {"-v", "--verbose"},
            description =
                    "Show on standard error what is sent (>), received (<) and done (*): redirects that were followed,"
                            + " interim responses and trailers, too. Of what is sent, the first head on each connection.")
    boolean verbose;

    @Option(
            names = {"-s", "--silent"},
            description = "Say nothing about failures; the exit status still does.")
    boolean silent;

    @Option(
            names = {"-m", "--max-time"},
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Give up when the whole takes longer, for example 2.5.")
    Duration maxTime;

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Give up when a connection takes longer: looking up, proxies and TLS included.")
    Duration connectTimeout;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description =
                    "Give up when the server, or a proxy, lets nothing move for so long; a reader of the output may"
                            + " take its time. Default: 300.")
    Duration timeout;

    @Option(
            names = "--no-keepalive",
            description = "Ask the server to close the connection, by Connection: close. (curl's option is about TCP.)")
    boolean noKeepAlive;

    ClientOptions applyTo(ClientOptions options) {
        ClientOptions result = options;
        if (userAgent != null) {
            result = result.withUserAgent(HeaderOption.value("-A", userAgent));
        }
        if (timeout != null) {
            result = result.withTimeout(timeout);
        }
        if (connectTimeout != null) {
            result = result.withTimeouts(result.timeouts().withConnect(connectTimeout));
        }
        return result;
    }

    Request applyTo(Request request) {
        Request result = noKeepAlive ? request.withPersistent(false) : request;
        for (String header : headers) {
            result = HeaderOption.parse(header).applyTo(result);
        }
        return result;
    }

    boolean mentions(String name) {
        return headers.stream().map(HeaderOption::parse).anyMatch(header -> header.names(name));
    }
}
