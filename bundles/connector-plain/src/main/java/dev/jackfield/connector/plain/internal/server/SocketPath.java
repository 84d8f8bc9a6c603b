package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.connector.plain.internal.UnixPaths;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The path of a UNIX domain socket, and what may be done to a file there: nothing, unless it is a socket that nobody
 * answers on, or our own.
 */
record SocketPath(Path file, int octets) {

    private static final int FILE_TYPE = 0170000;
    private static final int SOCKET = 0140000;

    /** Tells a file from one that comes after it. The time is for numbers that the file system uses again. */
    record Identity(Object key, FileTime modified) {}

    static SocketPath of(String text) throws IOException {
        int octets = UnixPaths.octets(text);
        if (octets > UnixPaths.LONGEST) {
            throw new IOException("expected a path of at most " + UnixPaths.LONGEST + " octets, got " + octets);
        }
        try {
            return new SocketPath(Path.of(text), octets);
        } catch (InvalidPathException e) {
            throw new IOException(
                    "expected a path that can be written in " + UnixPaths.ENCODING + ": " + e.getReason(), e);
        }
    }

    /** The file there, whatever it is, but not what a link leads to. */
    static Identity identity(Path file) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        return new Identity(attributes.fileKey(), attributes.lastModifiedTime());
    }

    /** The error when something stands at the path that has to stay. */
    static BindException taken(String by) {
        return new BindException("Address already in use: " + by);
    }

    /** Refuses before anything is touched. */
    void refuseUnlessFree() throws IOException {
        dead();
    }

    /** Removes a dead socket; what is there by then is first moved aside, and back if it is another file. */
    void clear(Path aside) throws IOException {
        Optional<Identity> dead = dead();
        if (dead.isPresent()) {
            remove(dead.get(), aside);
        }
    }

    /** Removes a dead socket, with a moment for another file to take its place. */
    void clear() throws IOException {
        Optional<Identity> dead = dead();
        if (dead.isPresent()) {
            removeIf(dead.get());
        }
    }

    /** Moving is atomic, so nobody's file is removed by mistake. */
    void remove(Identity judged, Path aside) throws IOException {
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
        if (!identity(aside).equals(judged)) {
            Files.move(aside, file);
            throw taken("somebody else has just come there");
        }
        Files.delete(aside);
    }

    /** Removes the file if it is still that one. */
    void removeIf(Identity identity) throws IOException {
        try {
            if (identity(file).equals(identity)) {
                Files.delete(file);
            }
        } catch (NoSuchFileException goneAlready) {
            // Somebody else has cleaned up.
        }
    }

    /** The socket that refuses connections; empty if there is no file at all; an error if there is anything else. */
    private Optional<Identity> dead() throws IOException {
        Identity identity;
        try {
            identity = identity(file);
            refuseOtherFiles();
        } catch (NoSuchFileException free) {
            return Optional.empty();
        }
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Blocking, it would wait for a place in the queue of a server that is alive.
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(file));
        } catch (ConnectException refused) {
            return Optional.of(identity);
        } catch (SocketException e) {
            throw taken("the socket there does not refuse connections: " + e.getMessage());
        }
        throw taken("a server answers there");
    }

    /** A connect does not tell: one to a named pipe is refused, as if it were a dead socket. */
    private void refuseOtherFiles() throws IOException {
        BasicFileAttributes attributes = attributes(file);
        if (attributes.isSymbolicLink()) {
            throw taken("there is a symbolic link");
        }
        if (attributes.isDirectory()) {
            throw taken("there is a directory");
        }
        if (attributes.isRegularFile()) {
            throw taken("there is a regular file");
        }
        if (!isSocket(file)) {
            throw taken("there is something that is no socket");
        }
    }

    private static boolean isSocket(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        int mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return (mode & FILE_TYPE) == SOCKET;
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
