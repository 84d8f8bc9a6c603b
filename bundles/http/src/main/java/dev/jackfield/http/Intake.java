package dev.jackfield.http;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The tap on a body that is coming in. While it is shut nothing is read, so the server has to wait, and no inactivity
 * counts against it.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Intake {
    /** Shuts it. When called from within the sink, nothing comes after the current part; from elsewhere, what is read already may. */
    void pause();

    /** Opens it again. Has no effect if it is open, or the exchange has ended. */
    void resume();

    /** Ends the exchange with code 598, as if the sink had refused the next part. Has no effect if it has ended. */
    void refuse();
}
