package dev.jackfield.connector.plain.internal.server;

import dev.jackfield.connector.plain.internal.UnixPaths;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A directory that nobody else can enter, next to the path of a socket and so in the same file system. Goes when closed,
 * with the socket, but not with anything that could not be moved back.
 */
final class PrivateDirectory implements AutoCloseable {
    private static final Logger LOG = System.getLogger("dev.jackfield.connector.plain");
    private static final int RANDOM_CHARACTERS = 6;
    private static final int RADIX = 36;
    private static final int MOST_TRIES = 100;
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** How many octets a path in it is longer than the one beside it: a dot, the random characters, a slash. */
    static final int LONGER = 1 + RANDOM_CHARACTERS + 1;

    private final Path directory;
    private final Path name;

    private PrivateDirectory(Path directory, Path name) {
        this.directory = directory;
        this.name = name;
    }

    static boolean possibleBeside(SocketPath path) {
        return path.octets() + LONGER <= UnixPaths.LONGEST
                && path.file().getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static PrivateDirectory beside(SocketPath path) throws IOException {
        for (int tries = 1; ; tries++) {
            Path directory = path.file().resolveSibling("." + random());
            try {
                Files.createDirectory(directory, OURS_ALONE);
                return new PrivateDirectory(directory, path.file().getFileName());
            } catch (FileAlreadyExistsException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Where the socket is made, under the name it is going to have. */
    Path socket() {
        return directory.resolve(name);
    }

    /** Where to what is in the way can be moved. */
    Path aside() {
        return directory.resolve(name + ".aside");
    }

    @Override
    public void close() {
        for (Path left : new Path[] {socket(), directory}) {
            try {
                Files.deleteIfExists(left);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Cannot remove " + left + "; look what is in it", e);
            }
        }
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder(RANDOM_CHARACTERS);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(Character.forDigit(random.nextInt(RADIX), RADIX));
        }
        return text.toString();
    }
}
