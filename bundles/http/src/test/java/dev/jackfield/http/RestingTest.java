package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.ForwardingWire;
import dev.jackfield.connector.Ledger;
import dev.jackfield.connector.Wire;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an idle connection holds on to: there may be thousands. */
class RestingTest {
    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults());

    private final AtomicReference<WeakReference<Ledger>> told = new AtomicReference<>();

    @Test
    void howItWasMadeIsKeptByTheResponseAndByNobodyElse() throws Exception {
        Connector plain = rule.panel().connector("plain").orElseThrow().plugged();
        rule.panel()
                .plug(
                        "telling",
                        0,
                        (target, attempt) -> plain.connect(target, attempt).<Wire>thenApply(Telling::new));
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            Request request = Request.get(server.url()).withRoute("telling");
            Response response = send(request);
            System.gc();
            assertThat(connecting(response).orElseThrow().tried())
                    .hasValueSatisfying(
                            ledger -> assertThat(ledger).isSameAs(told.get().get()));

            response = send(request);
            for (int i = 0; i < 50 && told.get().get() != null; i++) {
                System.gc();
            }
            assertThat(told.get().get()).isNull();
            assertThat(rule.client().readings().idle()).isEqualTo(1);
            assertThat(connecting(response)).isEmpty();
        }
    }

    private Response send(Request request) throws Exception {
        return rule.client().send(request).get(5, TimeUnit.SECONDS);
    }

    private static Optional<RequestLedger.Connecting> connecting(Response response) {
        return response.ledger().steps().get(0).connecting();
    }

    /** Says how it came about, and does not remember. */
    private final class Telling implements ForwardingWire {
        private final Wire below;

        Telling(Wire below) {
            this.below = below;
        }

        @Override
        public Wire below() {
            return below;
        }

        @Override
        public <T> Optional<T> beneath(Class<T> type) {
            if (type != Ledger.class) {
                return below.beneath(type);
            }
            Ledger ledger = new Ledger(List.of());
            told.set(new WeakReference<>(ledger));
            return Optional.of(type.cast(ledger));
        }
    }
}
