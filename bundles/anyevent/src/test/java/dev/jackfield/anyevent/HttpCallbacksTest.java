package dev.jackfield.anyevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.jackfield.connector.Wire;
import dev.jackfield.connector.Wires;
import dev.jackfield.loop.Guard;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpCallbacksTest {
    private final AnyEvent ae = AnyEvent.open();
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        ae.close();
    }

    @Test
    void onHeaderSeesTheFinalResponseAndWhatLedThere() throws Exception {
        try (Origin origin = new Origin(Origin.found("/1"), Origin.ok("final"))) {
            List<HttpHeaders> seen = new CopyOnWriteArrayList<>();
            ae.httpGet(origin.url("/0"), HttpParameters.none().withOnHeader(seen::add), heard);

            assertThat(heard.await().data().text()).isEqualTo("final");
            assertThat(seen).hasSize(1);
            assertThat(seen.get(0)).contains(entry("URL", origin.url("/1")));
            assertThat(seen.get(0).redirect().orElseThrow().data().text()).isEqualTo("moved");
        }
    }

    @Test
    void onHeaderMayRefuse() throws Exception {
        try (Origin origin = new Origin(Origin.found("/1"), Origin.ok("final"))) {
            ae.httpGet(origin.url("/0"), HttpParameters.none().withOnHeader(headers -> false), heard);

            HttpResult result = heard.await();
            assertThat(result.data().defined()).isFalse();
            assertThat(result.headers())
                    .contains(
                            entry("Status", "598"),
                            entry("Reason", "Request cancelled by on_header"),
                            entry("OrigStatus", "200"),
                            entry("URL", origin.url("/1")),
                            entry("content-length", "5"));
            assertThat(result.headers().redirect()).isPresent();
        }
    }

    @Test
    void aCallbackThatThrowsRefuses() throws Exception {
        try (Origin origin = new Origin(Origin.ok("hello"))) {
            HttpParameters parameters = HttpParameters.none().withOnBody((piece, headers) -> {
                throw new IllegalStateException("disk full");
            });
            ae.httpGet(origin.url("/"), parameters, heard);

            assertThat(heard.await().headers())
                    .containsEntry("Status", "598")
                    .containsEntry(
                            "Reason",
                            "Request cancelled by on_body, which failed: java.lang.IllegalStateException: disk full");
        }
    }

    @Test
    void aFailedCallbackIsLoggedWithoutThePasswordsOfItsUrl() throws Exception {
        CompletableFuture<String> logged = new CompletableFuture<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord log) {
                logged.complete(log.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.jackfield.anyevent");
        logger.addHandler(ear);
        try (Origin origin = new Origin(Origin.ok("hello"))) {
            String url = origin.url("/x").replace("//", "//alice:s3cret@");
            ae.httpGet(url, (data, headers) -> {
                throw new IllegalStateException("disk full");
            });

            assertThat(logged.get(10, TimeUnit.SECONDS))
                    .contains(origin.url("/x").replace("//", "//...@"))
                    .doesNotContain("alice")
                    .doesNotContain("s3cret");
        } finally {
            logger.removeHandler(ear);
        }
    }

    @Test
    void onBodyGetsTheBodyAndTheCompletionAnEmptyOne() throws Exception {
        try (Origin origin = new Origin(Origin.ok("hello"))) {
            StringBuffer body = new StringBuffer();
            HttpParameters parameters = HttpParameters.none().withOnBody((piece, headers) -> {
                body.append(new HttpData.Body(piece).text());
                return headers.status() == 200;
            });
            ae.httpGet(origin.url("/"), parameters, heard);

            assertThat(heard.await().data().text()).isEmpty();
            assertThat(body).hasToString("hello");
        }
    }

    @Test
    void handsTheConnectionOverWithWhatWasRead() throws Exception {
        try (Origin origin = new Origin("HTTP/1.1 200 OK\r\n\r\nhello")) {
            ae.httpGet(origin.url("/"), HttpParameters.none().withWantBodyHandle(true), heard);

            Wire wire = ((HttpData.Handle) heard.await().data()).fh();
            CompletableFuture<ByteBuffer> read = new CompletableFuture<>();
            wire.loop()
                    .execute(() -> Wires.readFully(wire, ByteBuffer.allocate(5)).whenComplete((octets, error) -> {
                        wire.close();
                        read.complete(octets);
                    }));
            assertThat(new String(read.get(10, TimeUnit.SECONDS).array())).isEqualTo("hello");
            assertThat(ae.active()).isZero();
        }
    }

    @Test
    void whereThereIsNoBodyThereIsNoHandle() throws Exception {
        try (Origin origin = new Origin("HTTP/1.1 204 No Content\r\n\r\n", Origin.ok(""), Origin.ok(""))) {
            HttpParameters parameters = HttpParameters.none().withWantBodyHandle(true);
            ae.httpGet(origin.url("/"), parameters, heard);
            assertThat(heard.await().data().text()).isEmpty();
            Heard head = new Heard();
            ae.httpHead(origin.url("/"), parameters, head);
            assertThat(head.await().data().text()).isEmpty();
            Heard refused = new Heard();
            ae.httpGet(origin.url("/"), parameters.withOnHeader(headers -> false), refused);
            assertThat(refused.await().headers()).containsEntry("Status", "598");
        }
    }

    @Test
    void aClosedGuardIsSilent() throws Exception {
        try (Origin origin = new Origin("HTTP/1.1 200 OK\r\n\r\nhello")) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            HttpParameters parameters = HttpParameters.none().withOnBody((piece, headers) -> begun.complete(null));
            Guard guard = ae.httpGet(origin.url("/"), parameters, heard);
            begun.get(10, TimeUnit.SECONDS);
            guard.close();
            ae.close();

            assertThat(heard.calls()).isZero();
        }
    }

    @Test
    void closingEndsWhatIsUnderWaySilently() throws Exception {
        try (Origin origin = new Origin("HTTP/1.1 200 OK\r\n\r\nhello")) {
            ae.httpGet(origin.url("/"), heard);
            origin.heads.poll(10, TimeUnit.SECONDS);
            ae.close();

            assertThat(heard.calls()).isZero();
        }
    }

    @Test
    void whatIsClosedTakesNothingMore() {
        ae.close();

        assertThatThrownBy(() -> ae.httpGet("http://a.test/", heard)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aGuardThatIsClosedLateDoesNothing() throws Exception {
        try (Origin origin = new Origin(Origin.ok("1"), Origin.ok("2"))) {
            Guard guard = ae.httpGet(origin.url("/"), heard);
            heard.await();
            guard.close();
            Heard second = new Heard();
            ae.httpGet(origin.url("/"), second);

            assertThat(second.await().data().text()).isEqualTo("2");
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void insideTheCallbackTheConnectionIsFree() throws Exception {
        try (Origin origin = new Origin(Origin.ok("1"), Origin.ok("2"))) {
            CompletableFuture<Integer> active = new CompletableFuture<>();
            ae.httpGet(origin.url("/"), (data, headers) -> {
                active.complete(ae.active());
                ae.httpGet(origin.url("/"), heard);
            });

            assertThat(heard.await().data().text()).isEqualTo("2");
            assertThat(active.join()).isZero();
            assertThat(origin.connections()).isEqualTo(1);
        }
    }
}
