package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** Apache HttpClient 5, which blocks. */
final class ApacheClassic extends Library {
    private final CloseableHttpClient client = HttpClients.createDefault();

    @Override
    int status(Call call) throws IOException {
        ClassicRequestBuilder request =
                ClassicRequestBuilder.create(call.method()).setUri(call.url());
        if (call.hasBody()) {
            request.setEntity(call.text(), ContentType.TEXT_PLAIN);
        }
        return client.execute(request.build(), response -> {
            EntityUtils.consume(response.getEntity());
            return response.getCode();
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
