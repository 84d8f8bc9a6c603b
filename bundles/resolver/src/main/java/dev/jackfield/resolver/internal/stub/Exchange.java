package dev.jackfield.resolver.internal.stub;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Does what an {@link Inquiry} says: the sockets and the timers of one question. <i>Loop-confined.</i> */
final class Exchange implements Hearer, Guard {
    private static final Guard NOTHING = () -> {};

    private final ChannelLoop loop;
    private final Inquiry inquiry;
    private final Supplier<Duration> patience;
    private final RandomGenerator random;
    private final ByteBuffer buffer;
    private final Consumer<Reply> done;
    private Guard line = NOTHING;
    private Guard timer = NOTHING;
    private boolean begun;
    private boolean closed;

    /**
     * Nothing happens yet.
     *
     * @param patience how long the try that begins may take
     * @param random chooses ports
     * @param buffer on the heap, shared by all exchanges of the loop, one octet longer than the longest datagram
     * @param done hears the reply, once, unless this is closed before
     */
    Exchange(
            ChannelLoop loop,
            Inquiry inquiry,
            Supplier<Duration> patience,
            RandomGenerator random,
            ByteBuffer buffer,
            Consumer<Reply> done) {
        this.loop = loop;
        this.inquiry = inquiry;
        this.patience = patience;
        this.random = random;
        this.buffer = buffer;
        this.done = done;
    }

    /** Sends the first query. The reply never comes before this returns. */
    void begin() {
        perform(inquiry.begin());
        begun = true;
    }

    @Override
    public void received(byte[] octets, int length) {
        perform(inquiry.received(octets, length));
    }

    @Override
    public void failed(String why) {
        perform(inquiry.failed(why));
    }

    @Override
    public void close() {
        closed = true;
        letGo();
    }

    private void timedOut() {
        perform(inquiry.timedOut());
    }

    private void perform(Step first) {
        Step step = first;
        while (!(step instanceof Step.Wait)) {
            letGo();
            if (step instanceof Step.Done last) {
                finish(last.reply());
                return;
            }
            step = open(step);
        }
    }

    private Step open(Step step) {
        try {
            line = step instanceof Step.Stream stream
                    ? new StreamLine(loop, stream, buffer, this)
                    : new DatagramLine(loop, (Step.Datagram) step, random, buffer, this);
        } catch (IOException | RuntimeException | Error e) {
            // Such as no IPv6 on this machine, no route, or too many open files.
            return inquiry.failed(e.toString());
        }
        timer = loop.after(patience.get(), this::timedOut);
        return Step.Wait.ON;
    }

    private void finish(Reply reply) {
        if (begun) {
            tell(reply);
        } else {
            loop.execute(() -> tell(reply));
        }
    }

    private void tell(Reply reply) {
        if (!closed) {
            closed = true;
            done.accept(reply);
        }
    }

    private void letGo() {
        line.close();
        timer.close();
        line = NOTHING;
        timer = NOTHING;
    }
}
