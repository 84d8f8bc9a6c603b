package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;

/** Jetty's client. */
final class Jetty extends Library {
    private final HttpClient client = new HttpClient();

    Jetty() throws Exception {
        client.start();
    }

    @Override
    int status(Call call) throws Exception {
        Request request = client.newRequest(call.url()).method(call.method());
        if (call.hasBody()) {
            request.body(new StringRequestContent("text/plain", call.text()));
        }
        return request.send().getStatus();
    }

    @Override
    public void close() throws IOException {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IOException("Jetty's client does not stop", e);
        }
    }
}
