package dev.jackfield.itest.bench.stream;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Request;
import dev.jackfield.http.RequestBody;

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
    abstract long pass(HttpClient client, String server, long octets);

    /** What it is. */
    String words() {
        return words;
    }

    private static long post(HttpClient client, String server, RequestBody body) {
        return Long.parseLong(client.send(Request.post(server, body)).join().text());
    }
}
