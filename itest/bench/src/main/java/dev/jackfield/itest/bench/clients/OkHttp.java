package dev.jackfield.itest.bench.clients;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp. */
final class OkHttp extends Library {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    int status(Call call) throws IOException {
        RequestBody body = call.hasBody() ? RequestBody.create(call.octets()) : null;
        Request request = new Request.Builder()
                .url(call.url())
                .method(call.method(), body)
                .build();
        try (Response response = client.newCall(request).execute()) {
            response.body().bytes();
            return response.code();
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
