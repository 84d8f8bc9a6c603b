package dev.jackfield.resolver.internal.files;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.StringTokenizer;
import java.util.function.Predicate;

/** The lines of a text file, as words and without comments. */
final class Lines {
    private static final Logger LOG = System.getLogger("dev.jackfield.resolver");

    private Lines() {}

    /**
     * Reads line by line; one that makes no sense is skipped, as every reader of these files does.
     *
     * @param comments the characters that begin one
     * @param reader of a line that has words; tells whether it made sense
     */
    static void read(Path file, String text, String comments, Predicate<StringTokenizer> reader) {
        Iterator<String> lines = text.lines().iterator();
        for (int i = 1; lines.hasNext(); i++) {
            StringTokenizer words = new StringTokenizer(withoutComment(lines.next(), comments));
            if (words.hasMoreTokens() && !reader.test(words)) {
                int number = i;
                LOG.log(Level.DEBUG, () -> "Line " + number + " of " + file + " makes no sense and is skipped");
            }
        }
    }

    private static String withoutComment(String line, String comments) {
        int end = 0;
        while (end < line.length() && comments.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, end);
    }
}
