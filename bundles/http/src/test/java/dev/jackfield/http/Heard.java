package dev.jackfield.http;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a logger is told meanwhile. */
public final class Heard {
    private Heard() {}

    /** Level and message of each record, one on each line. */
    public static String of(String name, Runnable task) {
        StringBuilder told = new StringBuilder();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord log) {
                told.append(log.getLevel().getName())
                        .append(' ')
                        .append(log.getMessage())
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(name);
        logger.addHandler(ear);
        try {
            task.run();
        } finally {
            logger.removeHandler(ear);
        }
        return told.toString();
    }
}
