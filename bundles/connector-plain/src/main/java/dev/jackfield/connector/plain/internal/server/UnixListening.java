package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.address.HostPort;
import dev.jackfield.address.UnixAddress;
import dev.jackfield.connector.plain.ServerOptions;
import dev.jackfield.connector.plain.internal.UnixPaths;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;

/**
 * Listening at a path.
 *
 * <p>The socket is made in a private directory and shows up at the path when it listens and has its permissions. So it is
 * never without an answer, which is what others would take it for dead by; and as linking overwrites nothing, what stands
 * at the path can only go by {@link SocketPath}.
 */
final class UnixListening {
    /** How often somebody else may take the path just after it was cleared. */
    private static final int MOST_TRIES = 3;

    private final SocketPath path;
    private final HostPort local;
    private final ServerOptions options;
    private final ServerSocketChannel channel;

    private UnixListening(SocketPath path, HostPort local, ServerOptions options, ServerSocketChannel channel) {
        this.path = path;
        this.local = local;
        this.options = options;
        this.channel = channel;
    }

    static Listening at(UnixAddress address, ServerOptions options) throws IOException {
        SocketPath path = SocketPath.of(address.path());
        boolean inPrivate = PrivateDirectory.possibleBeside(path);
        if (!inPrivate && !options.permissions().isEmpty()) {
            throw new IOException("permissions need a file system that has them, and a path of at most "
                    + (UnixPaths.LONGEST - PrivateDirectory.LONGER) + " octets, got one of " + path.octets());
        }
        path.refuseUnlessFree();
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            UnixListening unix = new UnixListening(path, HostPort.unix(address.path()), options, channel);
            return inPrivate ? unix.byLink() : unix.directly();
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private Listening byLink() throws IOException {
        try (PrivateDirectory hidden = PrivateDirectory.beside(path)) {
            int backlog = Listening.backlog(options, channel, local);
            channel.bind(UnixDomainSocketAddress.of(hidden.socket()), backlog);
            if (!options.permissions().isEmpty()) {
                Files.setPosixFilePermissions(hidden.socket(), options.permissions());
            }
            Listening listening = listening(SocketPath.identity(hidden.socket()));
            publish(hidden);
            return listening;
        }
    }

    private void publish(PrivateDirectory hidden) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Files.createLink(path.file(), hidden.socket());
                return;
            } catch (FileAlreadyExistsException e) {
                if (tries == MOST_TRIES) {
                    throw SocketPath.taken("others keep coming there");
                }
                path.clear(hidden.aside());
            }
        }
    }

    private Listening directly() throws IOException {
        int backlog = Listening.backlog(options, channel, local);
        path.clear();
        channel.bind(UnixDomainSocketAddress.of(path.file()), backlog);
        return listening(SocketPath.identity(path.file()));
    }

    /** Removed while the socket is open, and its file so cannot be another that has come after it. */
    private Listening listening(SocketPath.Identity identity) throws IOException {
        channel.configureBlocking(false);
        return new Listening(channel, local, () -> path.removeIf(identity));
    }
}
