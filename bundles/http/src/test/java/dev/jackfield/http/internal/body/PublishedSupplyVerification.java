package dev.jackfield.http.internal.body;

import dev.jackfield.loop.Loop;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** What takes the body of a request from a publisher, by the rules of reactive streams. */
public class PublishedSupplyVerification extends FlowSubscriberBlackboxVerification<ByteBuffer> {
    private Loops loops;

    /** Waits no longer than it has to. */
    public PublishedSupplyVerification() {
        super(new TestEnvironment(2_000, 100));
    }

    @BeforeClass
    void open() {
        loops = Loops.create(1);
    }

    @AfterClass
    void close() {
        loops.close();
    }

    @Override
    public Flow.Subscriber<ByteBuffer> createFlowSubscriber() {
        Loop loop = loops.all().get(0);
        AtomicReference<PublishedSupply> supply = new AtomicReference<>();
        supply.set(new PublishedSupply(loop, () -> drain(supply.get())));
        return supply.get();
    }

    @Override
    public ByteBuffer createElement(int element) {
        return ByteBuffer.wrap(new byte[] {(byte) element});
    }

    /** As a wire that takes everything would. */
    private static void drain(PublishedSupply supply) {
        try {
            ByteBuffer out = ByteBuffer.allocate(100);
            while (supply.read(out.clear()) > 0) {
                // It is gone.
            }
        } catch (IOException asTheExchangeWould) {
            supply.close();
        }
    }
}
