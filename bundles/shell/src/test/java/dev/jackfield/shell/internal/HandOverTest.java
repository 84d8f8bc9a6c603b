package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.Routes;
import dev.jackfield.http.StreamedResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HandOverTest {
    private static final int COUNT = 100;

    private final HandOver handOver = new HandOver();
    private final Body body = new Body();

    /** Sends what it is asked for, until it has sent a hundred parts, and fails then. */
    private final class Body implements Flow.Publisher<ByteBuffer>, Flow.Subscription {
        private Flow.Subscriber<? super ByteBuffer> subscriber;
        private long asked;
        private int sent;
        private boolean cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> newcomer) {
            subscriber = newcomer;
            newcomer.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            asked += n;
            while (sent < asked && sent < COUNT) {
                subscriber.onNext(ByteBuffer.wrap(new byte[] {(byte) sent++}));
            }
            if (sent == COUNT && asked > COUNT) {
                asked = COUNT;
                subscriber.onError(new HttpFailure(Phase.BODY, "the end"));
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void asksForNoMoreThanItHolds() throws Exception {
        handOver.begin(response());
        assertThat(body.sent).isEqualTo(HandOver.PARTS);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(handOver.deliver(delivery(out), new Alarm())).isEqualTo(ExitStatus.RECEIVE);

        assertThat(out.size()).isEqualTo(COUNT);
        assertThat(out.toByteArray()[COUNT - 1]).isEqualTo((byte) (COUNT - 1));
    }

    @Test
    void cancelsWhatNobodyReadsAnyMore() {
        handOver.begin(response());
        handOver.abandon();
        assertThat(body.cancelled).isTrue();
    }

    @Test
    void asksForNothingIfNobodyReadsAnyMore() {
        handOver.abandon();
        handOver.begin(response());
        assertThat(body.sent).isZero();
        assertThat(body.cancelled).isTrue();
    }

    private StreamedResponse response() {
        return new StreamedResponse(
                Request.get("http://a.test/"),
                new ResponseHead(1, 200, "OK", Headers.empty()),
                List.of(),
                body,
                CompletableFuture.completedStage(Headers.empty()));
    }

    private static Delivery delivery(OutputStream out) throws IOException {
        RequestOptions request = new RequestOptions();
        request.silent = true;
        TransferOptions options = new TransferOptions();
        Reporter reporter = new Reporter(new PrintStream(OutputStream.nullOutputStream()), request);
        return new Delivery(options, new RedirectOptions(), Routes.DIRECT, false, new Output("-", out), reporter);
    }
}
