package dev.jackfield.itest.bench.tls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** The client of the JDK. */
final class JdkDownload implements Download {
    private final HttpClient client;
    private final HttpRequest request;

    private JdkDownload(String url, Authority authority) throws IOException {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(authority.context())
                .build();
        this.request = HttpRequest.newBuilder(URI.create(url)).build();
    }

    /** Arguments: URL, octets, authority. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Authority authority = new Authority(Path.of(arguments[2]));
        Download.serve(new JdkDownload(arguments[0], authority), Long.parseLong(arguments[1]));
    }

    @Override
    public long run() throws IOException, InterruptedException {
        Counter counter = new Counter();
        client.send(request, BodyHandlers.fromSubscriber(counter));
        return counter.octets;
    }

    @Override
    public void close() {
        // This client has no end; its process has.
    }

    private static final class Counter implements Subscriber<List<ByteBuffer>> {
        private volatile long octets;

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            long sum = octets;
            for (ByteBuffer part : parts) {
                sum += part.remaining();
            }
            octets = sum;
        }

        @Override
        public void onError(Throwable failure) {
            // The client throws it, too.
        }

        @Override
        public void onComplete() {
            // The client returns then.
        }
    }
}
