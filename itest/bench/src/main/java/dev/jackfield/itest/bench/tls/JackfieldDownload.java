package dev.jackfield.itest.bench.tls;

import dev.jackfield.connector.Panel;
import dev.jackfield.http.BodySink;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Our client, with one loop. */
final class JackfieldDownload implements Download {
    private final Loops loops = Loops.create(1);
    private final HttpClient client;
    private final Request request;

    private JackfieldDownload(String url, Panel panel) {
        this.client = HttpClient.create(ClientOptions.defaults(), loops, panel);
        this.request = Request.get(url);
    }

    /** Arguments: URL, octets, authority, provider. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Panel panel = new Authority(Path.of(arguments[2])).panel("TLSv1.3", arguments[3]);
        Download.serve(new JackfieldDownload(arguments[0], panel), Long.parseLong(arguments[1]));
    }

    @Override
    public long run() {
        Counter counter = new Counter();
        client.send(request, counter).join();
        return counter.octets;
    }

    @Override
    public void close() {
        client.close();
        loops.close();
    }

    private static final class Counter implements BodySink {
        private long octets;

        @Override
        public boolean part(ByteBuffer bytes) {
            octets += bytes.remaining();
            return true;
        }
    }
}
