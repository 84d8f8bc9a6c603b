package dev.jackfield.itest.bench;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One round of wrk with one thread. */
final class Wrk {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

    private Wrk() {}

    static Round round(String url, int connections, int seconds) throws IOException, InterruptedException {
        Timed wrk = Timed.run("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", url);
        Matcher requests = REQUESTS.matcher(wrk.output());
        if (!requests.find()) {
            throw new IOException("Expected a number of requests from wrk, got: " + wrk.output());
        }
        return wrk.round(Long.parseLong(requests.group(1)));
    }
}
