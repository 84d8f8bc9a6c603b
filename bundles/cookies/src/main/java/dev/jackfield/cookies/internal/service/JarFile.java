package dev.jackfield.cookies.internal.service;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.MemoryJar;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The file of a jar. Loops only say that something has changed; somebody else writes it, once for many changes. */
final class JarFile {
    private static final Logger LOG = System.getLogger("dev.jackfield.cookies");

    private final Path path;
    private final CookieFormat format;
    private final MemoryJar jar;
    private final Executor later;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private volatile boolean unsaved;
    private final Lock writing = new ReentrantLock();

    /** Saves by way of an executor that waits a moment and then runs tasks where they may block. */
    JarFile(Path path, CookieFormat format, MemoryJar jar, Executor later) {
        this.path = path;
        this.format = format;
        this.jar = jar;
        this.later = later;
    }

    /**
     * Puts what is in the file into the jar, but for what the rules do not allow; that is gone from the file when it is saved.
     *
     * @throws IllegalArgumentException if it cannot be read, or not understood; if it is not there, it is empty
     */
    void load(boolean keepSession) {
        try {
            List<Cookie> cookies = format.read(path).stream()
                    .filter(cookie -> keepSession || cookie.expires().isPresent())
                    .toList();
            List<String> refused = jar.load(cookies);
            if (!refused.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        refused.size() + " of " + cookies.size() + " cookies in " + path
                                + " are not allowed by the rules, and left out; the first one: " + refused.get(0));
            }
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "No cookies in " + path + " yet");
        } catch (IOException e) {
            throw new IllegalArgumentException("file: expected a file of cookies that can be read, got " + e, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("file: " + e.getMessage(), e);
        }
    }

    void changed() {
        unsaved = true;
        if (awaited.compareAndSet(false, true)) {
            later.execute(() -> {
                awaited.set(false);
                save();
            });
        }
    }

    /** Writes what is not written yet. What cannot be written is told, and tried again after the next change. */
    void save() {
        writing.lock();
        try {
            if (unsaved) {
                unsaved = false;
                format.write(path, jar.all());
            }
        } catch (IOException e) {
            unsaved = true;
            LOG.log(Level.WARNING, "Cookies cannot be saved to " + path + ": " + e);
        } finally {
            writing.unlock();
        }
    }
}
