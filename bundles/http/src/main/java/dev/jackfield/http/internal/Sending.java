package dev.jackfield.http.internal;

import dev.jackfield.connector.Wire;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.RequestBody;
import dev.jackfield.http.internal.body.OctetsBody;
import dev.jackfield.http.internal.body.Source;
import dev.jackfield.http.internal.message.ResponseParser;
import dev.jackfield.loop.Guard;
import java.io.IOException;
import java.util.Optional;

/**
 * The sending side of a connection: a request's head, and its body, as soon as it may go and as fast as it comes and the wire
 * takes it. <i>Loop-confined</i> to the wire's loop.
 */
final class Sending implements Runnable {
    private static final Guard NOT_HELD = () -> {};

    private final Connection connection;
    private final Outgoing outgoing = new Outgoing();
    private Guard proceed = NOT_HELD;
    private Optional<IOException> trouble = Optional.empty();

    Sending(Connection connection) {
        this.connection = connection;
    }

    /** The wire may take more. */
    @Override
    public void run() {
        connection.writable();
    }

    /** Begins with the next request. */
    void begin(Call next) {
        RequestBody body = next.prepared().body();
        if (body instanceof OctetsBody memory) {
            byte[] octets = memory.octets();
            boolean held = next.prepared().holdsBack(octets.length);
            outgoing.begin(head(next, octets.length), octets, held);
            hold(next);
        } else {
            Source source = (Source) body;
            outgoing.await();
            if (source.measuredOnDisk()) {
                connection.lane().loop.blocking().execute(() -> measure(next, source));
            } else {
                measure(next, source);
            }
        }
        write(next);
    }

    /** A server that takes no more may still have said why, so the reading side decides what becomes of the call. */
    void write(Call asked) {
        try {
            Wire wire = connection.wire();
            if (!outgoing.flush(wire, connection.lane())) {
                wire.whenWritable(this);
            }
        } catch (HttpFailure itsBody) {
            connection.giveUp(asked, itsBody);
        } catch (IOException e) {
            trouble = Optional.of(e);
            outgoing.stop();
        }
    }

    /** The server has said something, maybe before it had the whole request. */
    void answered(Call asked, ResponseParser parser) {
        if (outgoing.complete()) {
            return;
        }
        if (parser.phase() == Phase.BODY) {
            // Whoever refuses, or goes on without having seen the body, does not want the rest of it.
            if (outgoing.held() || asked.status() >= 300) {
                proceed.close();
                outgoing.stop();
            }
        } else if (outgoing.held() && parser.continued()) {
            sendBody();
        }
    }

    /** Whether all of the request was taken. */
    boolean complete() {
        return outgoing.complete();
    }

    /** Whether not one octet of it was taken. */
    boolean untouched() {
        return outgoing.untouched();
    }

    /** Why the wire takes nothing more. */
    Optional<IOException> trouble() {
        return trouble;
    }

    /** Lets go of the request. */
    void end() {
        proceed.close();
        outgoing.forget();
    }

    /** Anywhere: how long a file is nobody should ask on a loop. */
    private void measure(Call next, Source source) {
        try {
            long length = source.measure();
            connection.lane().run(() -> measured(next, source, length));
        } catch (IOException | RuntimeException | Error e) {
            connection.giveUp(next, new HttpFailure(Phase.SEND, "The body could not be read: " + e, e));
        }
    }

    private void measured(Call next, Source source, long length) {
        if (!connection.serves(next)) {
            return;
        }
        Upload upload = new Upload(source, length, connection.lane().loop, this);
        outgoing.begin(head(next, length), upload, next.prepared().holdsBack(length));
        hold(next);
        connection.writable();
    }

    /** The head, once the length of the body is known. */
    private byte[] head(Call asked, long length) {
        return asked.head(
                connection.lane().client().habit().userAgent(),
                connection.addressing().form(asked.prepared()),
                length);
    }

    /** A body that was announced waits for a word of the server, but not forever (RFC 9110 section 10.1.1). */
    private void hold(Call holding) {
        if (outgoing.held()) {
            proceed = connection.lane().loop.after(holding.proceed(), () -> {
                if (connection.serves(holding) && outgoing.held()) {
                    sendBody();
                }
            });
        }
    }

    private void sendBody() {
        proceed.close();
        outgoing.release();
        connection.writable();
    }
}
