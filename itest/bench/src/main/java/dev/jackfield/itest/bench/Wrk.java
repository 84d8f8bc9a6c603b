package dev.jackfield.itest.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One round of wrk with one thread, its CPU time taken by the shell. */
final class Wrk {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern TIMES = Pattern.compile("cpu ([0-9.]+) ([0-9.]+) ([0-9.]+)");

    private Wrk() {}

    static Round round(String url, int connections, int seconds) throws IOException, InterruptedException {
        String command = "TIMEFORMAT='cpu %U %S %R'; time wrk -t1 -c" + connections + " -d" + seconds + "s " + url;
        Process process = new ProcessBuilder(List.of("bash", "-c", command))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher requests = REQUESTS.matcher(output);
        Matcher times = TIMES.matcher(output);
        if (process.waitFor() != 0 || !requests.find() || !times.find()) {
            throw new IOException("wrk failed: " + output);
        }
        double cpu = Double.parseDouble(times.group(1)) + Double.parseDouble(times.group(2));
        double wall = Double.parseDouble(times.group(3));
        return new Round(Long.parseLong(requests.group(1)), (long) (cpu * 1e9), (long) (wall * 1e9), 0);
    }
}
