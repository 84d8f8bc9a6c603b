package dev.jackfield.itest.osgi;

import dev.jackfield.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** GETs a URL: the outcome as text, some time. */
@Component(service = Function.class)
@Probe("get")
public final class GetProbe implements Function<String, CompletableFuture<String>> {
    private final HttpClient client;

    /** With the service that a user of the client would get. */
    @Activate
    public GetProbe(@Reference HttpClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<String> apply(String url) {
        return client.get(url).handle(Outcome::of);
    }
}
