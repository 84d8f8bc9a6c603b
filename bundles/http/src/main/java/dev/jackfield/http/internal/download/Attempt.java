package dev.jackfield.http.internal.download;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Download;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Intake;
import dev.jackfield.http.RequestLedger;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.sink.WritingSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One exchange of a download. <i>Loop-confined</i>, to the loop of the exchange, which may not be the one of the download.
 */
final class Attempt implements BodySink, Completion {
    /** Of a body that is not for the file: to read so much is better than to make a new connection. */
    private static final int DRAINED = 64 * 1024;

    private final Download download;
    private final Resumption asked;
    private final Serial serial;
    private final Consumer<Settlement> settled;
    private Intake intake;
    private volatile Optional<Verdict> verdict = Optional.empty();
    private volatile Optional<WritingSink> writing = Optional.empty();
    private long received;
    private boolean excess;
    private volatile boolean abandoned;

    /** An attempt; what came of it is told on the serial. */
    Attempt(Download download, Resumption asked, Serial serial, Consumer<Settlement> settled) {
        this.download = download;
        this.asked = asked;
        this.serial = serial;
        this.settled = settled;
    }

    @Override
    public void begin(Intake tap) {
        intake = tap;
    }

    @Override
    public boolean head(ResponseHead head) {
        Verdict given = Judge.judge(asked, head);
        verdict = Optional.of(given);
        if (given instanceof Verdict.Take take) {
            WritingSink file = WritingSink.of(() -> Filling.open(download, take), serial);
            file.begin(intake);
            // It is opened, and the listener told, before there is anything to write.
            file.part(ByteBuffer.allocate(0));
            writing = Optional.of(file);
        }
        if (abandoned) {
            abandon();
        }
        return !abandoned;
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        received += bytes.remaining();
        if (writing.isEmpty()) {
            return received <= DRAINED;
        }
        Verdict.Take take = (Verdict.Take) verdict.orElseThrow();
        excess = take.end() != ContentRange.NONE && received > take.end() - take.from();
        return !excess && !abandoned && unwritten().isEmpty() && writing.get().part(bytes);
    }

    @Override
    public void completed(Response response) {
        settle(Optional.empty(), response.ledger());
    }

    @Override
    public void failed(HttpFailure failure) {
        settle(Optional.of(failure), failure.ledger());
    }

    /** From any thread, once the exchange was cancelled: keeps what came, so that it can be continued. */
    void abandon() {
        abandoned = true;
        writing.ifPresent(WritingSink::finish);
    }

    private void settle(Optional<HttpFailure> failure, RequestLedger ledger) {
        // Even if it failed: what came is kept. The serial gets there once it is written.
        writing.ifPresent(WritingSink::finish);
        serial.execute(() -> {
            if (verdict.isPresent() && verdict.get() instanceof Verdict.Complete complete) {
                Judge.modified(complete.head()).ifPresent(time -> Target.stamp(download.file(), time));
            }
            settled.accept(new Settlement(verdict, received, excess, failure, unwritten(), ledger));
        });
    }

    /** What went wrong while writing, so far. */
    private Optional<IOException> unwritten() {
        return writing.flatMap(WritingSink::failure)
                .map(why -> why instanceof IOException known ? known : new IOException(why.toString(), why));
    }
}
