package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** GETs a URL with the client that is configured by the name backend; there only if one is. */
@Component(service = Function.class)
@Probe("get-backend")
public final class GetBackendProbe implements Function<String, CompletableFuture<String>> {
    private final HttpClient client;

    /** With the service of that name. */
    @Activate
    public GetBackendProbe(@Reference(target = "(" + HttpClient.NAME + "=backend)") HttpClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<String> apply(String url) {
        return client.get(url).handle(Outcome::of);
    }
}
