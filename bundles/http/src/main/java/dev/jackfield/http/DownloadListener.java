package dev.jackfield.http;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told how a {@link Download} gets on, one call after the other, on a thread that may block. While it takes its time,
 * the server waits. What it throws ends the download: {@link DownloadOutcome.Failed}.
 */
@FunctionalInterface
@ConsumerType
public interface DownloadListener {
    /**
     * A response that fills the file has begun, or more of it has been written.
     *
     * @param octets how many are in the file now; fewer than before if the server begins anew
     * @param total how many there will be; -1 if nobody knows
     */
    void written(long octets, long total);

    /**
     * An attempt has ended, and there will be another one.
     *
     * @param why how the attempt ended
     * @param pause how long until the next one
     */
    default void pausing(DownloadOutcome.Retryable why, Duration pause) {}
}
