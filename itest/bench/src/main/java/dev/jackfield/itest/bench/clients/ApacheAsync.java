package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.ContentType;

/** Apache HttpClient 5, which calls back. */
final class ApacheAsync extends Library {
    private final CloseableHttpAsyncClient client = HttpAsyncClients.createDefault();

    ApacheAsync() {
        client.start();
    }

    @Override
    int status(Call call) throws Exception {
        SimpleRequestBuilder request =
                SimpleRequestBuilder.create(call.method()).setUri(call.url());
        if (call.hasBody()) {
            request.setBody(call.text(), ContentType.TEXT_PLAIN);
        }
        return client.execute(request.build(), null).get().getCode();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
