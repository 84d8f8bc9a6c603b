package dev.jackfield.itest.osgi;

import dev.jackfield.anyevent.AnyEvent;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** GETs a URL by {@code http_get}: status and body, some time. */
@Component(service = Function.class)
@Probe("anyevent-http")
public final class AnyEventHttpProbe implements Function<String, CompletableFuture<String>> {
    private final AnyEvent ae;

    /** With the service that a user would get. */
    @Activate
    public AnyEventHttpProbe(@Reference AnyEvent ae) {
        this.ae = ae;
    }

    @Override
    public CompletableFuture<String> apply(String url) {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        ae.httpGet(
                url,
                (data, headers) -> outcome.complete(headers.status() + " " + (data.defined() ? data.text() : "undef")));
        return outcome;
    }
}
