package dev.jackfield.itest.bench.links;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.Request;
import dev.jackfield.itest.bench.Jackfield;
import dev.jackfield.itest.bench.RemoteLoad;
import java.io.IOException;

/** Small requests over kept connections, by one way of getting there. */
final class LinkRequests {
    /** How to get there. */
    enum Way {
        /** The client's own way. */
        plain,
        /** A lambda on the panel. */
        connector,
        /** A lambda that the request brings along. */
        hook,
        /** A layer that wraps. */
        layer,
        /** As many of them as a route of middle length has. */
        layers
    }

    /** So many {@link Way#layers}. */
    static final int SEVERAL = 4;

    private LinkRequests() {}

    /** Arguments: URL, way, connections. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Panel panel = Links.panel();
        Request request = request(panel, Request.get(arguments[0]), Way.valueOf(arguments[1]));
        RemoteLoad.serve(new Jackfield(panel, request, Integer.parseInt(arguments[2])));
    }

    private static Request request(Panel panel, Request plain, Way way) {
        return switch (way) {
            case plain -> plain;
            case connector -> plain.withRoute(Links.LAMBDA);
            case hook -> plain.withConnector(Links.lambda(panel));
            case layer -> plain.withRoute(Links.wrapped(1));
            case layers -> plain.withRoute(Links.wrapped(SEVERAL));
        };
    }
}
