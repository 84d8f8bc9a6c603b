package dev.jackfield.itest.bench.tls;

import dev.jackfield.itest.bench.Load;
import dev.jackfield.itest.bench.Meter;
import dev.jackfield.itest.bench.RemoteLoad;
import dev.jackfield.itest.bench.Round;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;

/** The client of the JDK, likewise. */
final class JdkHandshakes implements Load {
    private final HttpClient client;
    private final HttpRequest request;
    private final int connections;

    private JdkHandshakes(String url, Authority authority, String protocol, int connections) throws IOException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {protocol});
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(authority.context())
                .sslParameters(parameters)
                .build();
        this.request = HttpRequest.newBuilder(URI.create(url)).build();
        this.connections = connections;
    }

    /** Arguments: URL, authority, version of TLS, nothing, connections at a time. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Authority authority = new Authority(Path.of(arguments[1]));
        RemoteLoad.serve(new JdkHandshakes(arguments[0], authority, arguments[2], Integer.parseInt(arguments[4])));
    }

    @Override
    public Round round(int seconds) throws IOException, InterruptedException {
        Lanes lanes = new Lanes();
        Meter begin = Meter.now();
        lanes.run(seconds);
        return begin.round(lanes.answered.get());
    }

    @Override
    public void close() {
        // This client has no end; its process has.
    }

    /** Requests without pause, until the time is up. */
    private final class Lanes {
        private final AtomicLong answered = new AtomicLong();
        private final CountDownLatch ended = new CountDownLatch(connections);
        private final AtomicReference<Throwable> trouble = new AtomicReference<>();
        private volatile boolean over;

        void run(int seconds) throws IOException, InterruptedException {
            for (int i = 0; i < connections; i++) {
                send();
            }
            ended.await(seconds, TimeUnit.SECONDS);
            over = true;
            ended.await();
            if (trouble.get() != null) {
                throw new IOException("A request failed", trouble.get());
            }
        }

        private void send() {
            client.sendAsync(request, BodyHandlers.discarding()).whenComplete(this::completed);
        }

        private void completed(HttpResponse<Void> response, Throwable failure) {
            if (failure != null) {
                trouble.set(failure);
            } else if (response.statusCode() != 200) {
                trouble.set(new IOException("Expected status 200, got " + response.statusCode()));
            } else {
                answered.incrementAndGet();
            }
            if (over || trouble.get() != null) {
                ended.countDown();
            } else {
                send();
            }
        }
    }
}
