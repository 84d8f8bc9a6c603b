package dev.jackfield.http;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears how an exchange ended: exactly one call, on a loop, unless it was cancelled before. Must not block. <i>Loop-confined.</i>
 *
 * <p>When it is called, the connection can already be used again: a request sent from here may go out on it.
 */
@ConsumerType
public interface Completion {
    /**
     * The response is complete.
     *
     * @param response of whatever status
     */
    void completed(Response response);

    /**
     * There is no complete response.
     *
     * @param failure why
     */
    void failed(HttpFailure failure);
}
