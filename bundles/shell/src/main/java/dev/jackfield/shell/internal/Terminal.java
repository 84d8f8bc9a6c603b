package dev.jackfield.shell.internal;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/** What is known about the terminal of the process. */
public final class Terminal {
    private Terminal() {}

    /**
     * Tells whether somebody watches: both standard input and output are a terminal.
     *
     * @return false in a pipe
     */
    public static boolean present() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there may be a console without a terminal.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /**
     * How text is written.
     *
     * @return the terminal's charset, or the platform's in a pipe
     */
    public static Charset charset() {
        if (System.console() != null) {
            return System.console().charset();
        }
        try {
            return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }

    /**
     * Text that keeps to one line and cannot steer a terminal: names and reasons may come from a server.
     *
     * @param text of any kind
     * @return the text with a blank for each control character
     */
    public static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /**
     * Text that keeps to one line and to its columns.
     *
     * @param text of any kind
     * @return the text with a blank for every single control character
     */
    static String blanked(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
