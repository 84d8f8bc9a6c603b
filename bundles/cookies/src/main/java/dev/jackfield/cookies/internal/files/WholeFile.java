package dev.jackfield.cookies.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Files that are there as a whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path file, byte[] octets) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        // In the same folder, for it is moved; and such files are for their owner only.
        Path made = Files.createTempFile(target.getParent(), ".cookies", ".new");
        try {
            fill(made, octets);
            keepPermissions(target, made);
            move(made, target);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void fill(Path file, byte[] octets) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Who may read the old one may read the new one. */
    private static void keepPermissions(Path old, Path made) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(made, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        }
    }

    private static void move(Path made, Path target) throws IOException {
        try {
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public static byte[] read(Path file, long most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes((int) most + 1);
            if (octets.length > most) {
                throw new IOException("Expected at most " + most + " octets in " + file + ", got more");
            }
            return octets;
        }
    }
}
