package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.BoundRequestBuilder;
import org.asynchttpclient.Dsl;

/** AsyncHttpClient. */
final class AsyncHttp extends Library {
    private final AsyncHttpClient client = Dsl.asyncHttpClient();

    @Override
    int status(Call call) throws Exception {
        BoundRequestBuilder request = client.prepare(call.method(), call.url());
        if (call.hasBody()) {
            request.setBody(call.text());
        }
        return request.execute().get().getStatusCode();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
