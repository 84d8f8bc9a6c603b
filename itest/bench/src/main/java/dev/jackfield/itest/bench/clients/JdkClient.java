package dev.jackfield.itest.bench.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code java.net.http}, of the JVM that this runs on. */
final class JdkClient extends Library {
    /** With HTTP/2, its default, it would ask for an upgrade first. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    int status(Call call) throws Exception {
        BodyPublisher body = call.hasBody() ? BodyPublishers.ofString(call.text()) : BodyPublishers.noBody();
        HttpRequest request = HttpRequest.newBuilder(URI.create(call.url()))
                .method(call.method(), body)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        // Before JDK 21 this client has no end; its process has.
    }
}
