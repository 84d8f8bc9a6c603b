package dev.jackfield.http;

import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The bodies of streamed responses, by the rules of reactive streams: a chunk of one octet is one buffer. */
public class LiveBodyVerification extends FlowPublisherVerification<ByteBuffer> {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final int MOST = 2_000;

    private final ConcurrentLinkedQueue<RawServer> servers = new ConcurrentLinkedQueue<>();
    private Loops loops;
    private HttpClient client;

    /** Waits no longer than it has to. */
    public LiveBodyVerification() {
        super(new TestEnvironment(2_000, 100));
    }

    @BeforeClass
    void open() {
        loops = Loops.create(2);
        client = HttpClient.create(ClientOptions.defaults(), loops, dev.jackfield.connector.Panel.open());
    }

    @AfterClass
    void close() throws IOException {
        client.close();
        loops.close();
        for (RawServer server : servers) {
            server.close();
        }
    }

    @Override
    public Flow.Publisher<ByteBuffer> createFlowPublisher(long elements) {
        return body(HEAD + "1\r\nx\r\n".repeat((int) Math.min(elements, MOST)) + "0\r\n\r\n");
    }

    @Override
    public Flow.Publisher<ByteBuffer> createFailedFlowPublisher() {
        return body(HEAD + "nonsense");
    }

    @Override
    public long maxElementsFromPublisher() {
        return MOST;
    }

    private Flow.Publisher<ByteBuffer> body(String answer) {
        try {
            RawServer server = RawServer.once(answer);
            servers.add(server);
            return client.stream(Request.get(server.url()))
                    .get(5, TimeUnit.SECONDS)
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
