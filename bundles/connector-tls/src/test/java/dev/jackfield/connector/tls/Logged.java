package dev.jackfield.connector.tls;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is logged during a test. */
public final class Logged extends Handler implements BeforeEachCallback, AfterEachCallback {
    private final Logger logger = Logger.getLogger("dev.jackfield.connector.tls");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** Level and message of each record. */
    public List<String> lines() {
        return records.stream()
                .map(each -> each.getLevel() + " " + each.getMessage())
                .toList();
    }

    public List<String> messages() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    public List<Throwable> thrown() {
        return records.stream().map(LogRecord::getThrown).toList();
    }

    public void clear() {
        records.clear();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        logger.addHandler(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.removeHandler(this);
    }

    @Override
    public void publish(LogRecord log) {
        records.add(log);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
