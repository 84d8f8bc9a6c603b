package dev.jackfield.http;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to be fetched, and fetched on where it was cut: the seed's {@code download}. <i>Immutable.</i>
 *
 * <p>If the file is there and not empty, only the rest is asked for, on condition that the resource has not been modified
 * since the file was: by Range and If-Unmodified-Since (RFC 9110 sections 14.2 and 13.1.4). The answer decides:
 *
 * <ul>
 *   <li>200: the file begins anew. 206: it is continued, if Content-Range begins where it ends (section 15.3.7) and
 *       Last-Modified is not later than it;
 *   <li>416: it was complete already, if Content-Range, where there is one, has the same length;
 *   <li>412, or a later Last-Modified: it is deleted, to be fetched from the beginning next time;
 *   <li>500, 503, and failures with a code from 595 to 599: to be tried again later. Any other: an error.
 * </ul>
 *
 * Then the file has the time of Last-Modified, if there is one, also if the body was cut short, so that it can be continued.
 * If this process is killed meanwhile, it has the time of its last write: whoever continues it then is not told if the
 * server's copy was replaced in between.
 * A server that says neither Content-Length nor sends in chunks cannot be told from one whose answer is cut. The file is
 * what the server sends, without decoding.
 *
 * @param request a GET request, without a range and conditions on its time
 * @param file is made, with the first octet, if it is not there; its directory is not
 * @param resume false to fetch all of it in any case
 * @param retries how often what may be retried is. Not tried again are failures of codes 598 and 599: writing fails, or the
 *     request cannot be sent
 * @param listener is told how it gets on
 */
public record Download(Request request, Path file, boolean resume, Retries retries, DownloadListener listener) {
    private static final DownloadListener NOBODY = (octets, total) -> {};

    /** Checks the request. */
    public Download {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(listener, "listener");
        if (!request.method().equals("GET")) {
            throw new IllegalArgumentException("A download: expected the method GET, got " + request.method());
        }
        for (String field : new String[] {"Range", "If-Range", "If-Unmodified-Since"}) {
            if (request.headers().has(field)) {
                throw new IllegalArgumentException(
                        "A download: expected a request without " + field + ", which is for it to set, got one");
            }
        }
    }

    /**
     * A download that resumes and tries once.
     *
     * @param request a GET request
     * @param file where to
     * @return the download, for {@link HttpClient#download}
     * @throws IllegalArgumentException if the method is another, or the request has a range
     */
    public static Download of(Request request, Path file) {
        return new Download(request, file, true, Retries.NONE, NOBODY);
    }

    /**
     * A download that resumes and tries once.
     *
     * @param url absolute, http or https
     * @param file where to
     * @return the download, for {@link HttpClient#download}
     * @throws IllegalArgumentException if the URL is none, saying why
     */
    public static Download of(String url, Path file) {
        return of(Request.get(url), file);
    }

    /**
     * One that resumes, or not.
     *
     * @param value false to fetch all of it
     * @return a new download
     */
    public Download withResume(boolean value) {
        return new Download(request, file, value, retries, listener);
    }

    /**
     * One that tries again.
     *
     * @param value how often
     * @return a new download
     */
    public Download withRetries(Retries value) {
        return new Download(request, file, resume, value, listener);
    }

    /**
     * One that tells how it gets on.
     *
     * @param value is told
     * @return a new download
     */
    public Download withListener(DownloadListener value) {
        return new Download(request, file, resume, retries, value);
    }
}
