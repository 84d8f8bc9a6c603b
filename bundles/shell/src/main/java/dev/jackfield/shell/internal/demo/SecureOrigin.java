package dev.jackfield.shell.internal.demo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Answers as {@link OriginServer} does, by https, and sets a cookie. <i>Thread-safe.</i> */
final class SecureOrigin implements AutoCloseable {
    private static final byte[] ANSWER =
            ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nSet-Cookie: seen=yes; Secure\r\n" + "Content-Length: "
                            + OriginServer.BODY.length() + "\r\n\r\n" + OriginServer.BODY)
                    .getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_HEAD = 8192;

    private final Listening listening;
    private final Consumer<String> heard;

    /**
     * Listens from now on.
     *
     * @param papers what it is known by
     * @param heard the target of each request, before it is answered
     */
    SecureOrigin(Papers papers, Consumer<String> heard) throws IOException {
        this.heard = heard;
        this.listening = new Listening(
                papers.keys().getServerSocketFactory().createServerSocket(), "jackfield-demo-tls", this::serve);
    }

    String url() {
        return "https://localhost:" + listening.port() + "/";
    }

    @Override
    public void close() {
        listening.close();
    }

    /** The client has one request under way at a time, without a body: whatever comes is a head, or a part of one. */
    private void serve(Socket connection) throws IOException {
        byte[] head = new byte[MAX_HEAD];
        int length = 0;
        for (int count; (count = connection.getInputStream().read(head, length, head.length - length)) > 0; ) {
            length += count;
            int end = OriginAnswer.endOfHead(head, length);
            if (end > 0) {
                heard.accept(OriginAnswer.target(head, end));
                connection.getOutputStream().write(ANSWER);
                length = 0;
            }
        }
    }
}
