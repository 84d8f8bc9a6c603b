package dev.jackfield.http;

import java.util.List;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tap on a body that is coming in. While it is shut nothing is read, so the server has to wait, and no inactivity
 * counts against it.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Intake {
    /**
     * What is being answered: after redirects, not what was asked at first.
     *
     * @return always the same
     */
    Request request();

    /**
     * The responses that led there.
     *
     * @return the first one first, each without redirects of its own
     */
    List<Response> redirects();

    /** Shuts it. When called from within the sink, nothing comes after the current part; from elsewhere, what is read already may. */
    void pause();

    /** Opens it again. Has no effect if it is open, or the exchange has ended. */
    void resume();

    /** Ends the exchange with code 598, as if the sink had refused the next part. Has no effect if it has ended. */
    void refuse();

    /**
     * Ends the exchange with code 598, as if the sink had thrown. Has no effect if it has ended.
     *
     * @param cause of the failure
     */
    void refuse(Throwable cause);

    /**
     * Where work goes that has to block, but not for ever, such as writing to a file. There are few such threads, and
     * handshakes of TLS wait for them, too.
     *
     * @return an executor whose threads are not loops
     */
    Executor blocking();

    /**
     * Where work goes that may block for as long as it likes, such as writing to a pipe that somebody has to read. Each
     * task has a thread of its own, so hand over one at a time.
     *
     * @return an executor whose threads are not loops
     */
    default Executor foreign() {
        return blocking();
    }
}
