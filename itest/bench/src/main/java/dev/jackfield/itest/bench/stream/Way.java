package dev.jackfield.itest.bench.stream;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a large body passes through the client. */
enum Way {
    sink("comes in, to a sink") {
        @Override
        long pass(HttpClient client, String server, long octets) {
            Counter counter = new Counter();
            client.send(Request.get(server + octets), counter).join();
            return counter.octets();
        }
    },
    stream("comes in, to a subscriber") {
        @Override
        long pass(HttpClient client, String server, long octets) {
            Counter counter = new Counter();
            client.stream(Request.get(server + octets)).join().body().subscribe(counter);
            return counter.complete().join();
        }
    },
    channel("comes in, to a blocking channel") {
        @Override
        long pass(HttpClient client, String server, long octets) {
            Drain drain = new Drain();
            client.send(Request.get(server + octets), BodySink.to(drain)).join();
            return drain.octets();
        }
    },
    file("comes in, to a file") {
        @Override
        long pass(HttpClient client, String server, long octets) throws IOException {
            Path file = Files.createTempFile("stream-through", "");
            try {
                client.send(Request.get(server + octets), BodySink.toFile(file)).join();
                return Files.size(file);
            } finally {
                Files.delete(file);
            }
        }
    },
    publisher("goes out, from a publisher") {
        @Override
        long pass(HttpClient client, String server, long octets) {
            return post(client, server, RequestBody.of(Zeros.publisher(octets)).sized(octets));
        }
    },
    input("goes out, from an input stream") {
        @Override
        long pass(HttpClient client, String server, long octets) {
            return post(
                    client, server, RequestBody.of(() -> Zeros.stream(octets)).sized(octets));
        }
    };

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /**
     * Has it pass, and waits.
     *
     * @return how many octets have arrived
     */
    abstract long pass(HttpClient client, String server, long octets) throws IOException;

    /** What it is. */
    String words() {
        return words;
    }

    private static long post(HttpClient client, String server, RequestBody body) {
        return Long.parseLong(client.send(Request.post(server, body)).join().text());
    }
}
