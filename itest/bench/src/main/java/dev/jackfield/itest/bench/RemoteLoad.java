package dev.jackfield.itest.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A load in a JVM of its own, so that neither the compiled code nor the threads of others are in its figures. Here is this
 * side of it; {@link #serve} is the other one.
 */
public final class RemoteLoad implements Load {
    private final Process process;
    private final BufferedReader answers;
    private final OutputStream orders;

    private RemoteLoad(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = process.getOutputStream();
    }

    /** Starts a program whose {@code main} ends in {@link #serve}. */
    public static RemoteLoad start(Class<?> program, String... arguments) throws IOException {
        return new RemoteLoad(OwnJvm.of(List.of(), program, arguments).start());
    }

    /** Measures whenever the other side says so, until it says nothing more. */
    public static void serve(Load load) throws IOException, InterruptedException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order; (order = orders.readLine()) != null; ) {
            System.out.println(load.round(Integer.parseInt(order)).toText());
        }
        load.close();
    }

    @Override
    public Round round(int amount) throws IOException {
        orders.write((amount + "\n").getBytes(StandardCharsets.UTF_8));
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("Expected figures from process " + process.pid() + ", but it has ended");
        }
        return Round.parse(answer);
    }

    /** Also ends it if it is in the middle of something. */
    @Override
    public void close() {
        process.destroy();
    }
}
