package dev.jackfield.http.internal.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** The file, before and after. All of it blocks. */
final class Target {
    private Target() {}

    /** Finds out before anything is sent what would fail afterwards. */
    static void check(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (Files.exists(file)) {
            if (!Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString(), null, "expected a file that can be written");
            }
        } else if (directory != null && !Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString(), null, "expected a directory");
        } else if (directory != null && !Files.isWritable(directory)) {
            throw new AccessDeniedException(directory.toString(), null, "expected a directory that can be written");
        }
    }

    /** Deletes it, unless somebody is writing it. */
    static void delete(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            lock(channel);
            Files.deleteIfExists(file);
        } catch (NoSuchFileException itIsGone) {
            // That was wanted.
        }
    }

    /** Locks it for as long as the channel is open. */
    static void lock(FileChannel channel) throws IOException {
        if (!locked(channel)) {
            throw new IOException("Expected to be the only one to write it, but somebody else has it locked");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /** That it cannot have a time, as on some file systems, is no reason to do without it. */
    static void stamp(Path file, Instant modified) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(modified));
        } catch (IOException e) {
            System.getLogger("dev.jackfield.http").log(System.Logger.Level.DEBUG, "Cannot set the time of " + file, e);
        }
    }

    /** How long it is; 0 if there is none. */
    static long octets(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
