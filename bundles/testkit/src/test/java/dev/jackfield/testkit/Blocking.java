package dev.jackfield.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What holds a thread up without its waiting in Java. */
final class Blocking {
    private Blocking() {}

    /** For a tenth of a second. */
    static void readInVain() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket silent = new Socket(server.getInetAddress(), server.getLocalPort());
                InputStream in = silent.getInputStream()) {
            silent.setSoTimeout(100);
            in.read();
        } catch (SocketTimeoutException expected) {
            // Long enough.
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
