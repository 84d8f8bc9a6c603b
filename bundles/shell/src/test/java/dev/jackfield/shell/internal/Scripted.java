package dev.jackfield.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends prepared answers, one for each request, whatever is asked; a connection for each. */
final class Scripted implements AutoCloseable {
    /** The requests, heads and bodies, as they came. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final ServerSocket listener;
    private final Queue<String> answers;

    /** A server; an answer is closed behind, so it may be cut anywhere. */
    Scripted(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted");
        thread.setDaemon(true);
        thread.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + listener.getLocalPort() + path;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        for (String answer : answers) {
            try (Socket peer = listener.accept()) {
                asked.add(request(peer.getInputStream()));
                peer.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                peer.shutdownOutput();
                peer.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The test is over, or the client hung up.
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.read());
        }
        int length = text.indexOf("\r\nContent-Length: ");
        if (length >= 0) {
            int octets = Integer.parseInt(text.substring(length + 18, text.indexOf("\r\n", length + 2))
                    .strip());
            text.append(new String(in.readNBytes(octets), StandardCharsets.ISO_8859_1));
        } else if (text.indexOf("\r\nTransfer-Encoding: chunked") >= 0) {
            while (!text.toString().endsWith("\r\n0\r\n\r\n")) {
                text.append((char) in.read());
            }
        }
        return text.toString();
    }
}
