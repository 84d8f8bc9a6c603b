package dev.jackfield.itest.bench.tls;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.Request;
import dev.jackfield.itest.bench.Jackfield;
import dev.jackfield.itest.bench.RemoteLoad;
import java.io.IOException;
import java.nio.file.Path;

/** Our client, which needs a new connection for each request where the server keeps none. */
final class JackfieldHandshakes {
    private JackfieldHandshakes() {}

    /** Arguments: URL, authority, version of TLS, provider, connections at a time. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Panel panel = new Authority(Path.of(arguments[1])).panel(arguments[2], arguments[3]);
        RemoteLoad.serve(new Jackfield(panel, Request.get(arguments[0]), Integer.parseInt(arguments[4])));
    }
}
