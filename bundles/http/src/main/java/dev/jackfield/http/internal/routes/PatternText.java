package dev.jackfield.http.internal.routes;

/**
 * The parts of a pattern for origins.
 *
 * @param port 0 for any
 */
public record PatternText(Scheme scheme, Hosts hosts, int port) {

    /** What is spoken with the origin. */
    public enum Scheme {
        ANY(""),
        HTTP("http://"),
        HTTPS("https://");

        private final String text;

        Scheme(String text) {
            this.text = text;
        }

        /** As it stands before a host. */
        String text() {
            return text;
        }

        /** Whether it is that. */
        public boolean fits(boolean https) {
            return this == ANY || (this == HTTPS) == https;
        }
    }

    /** Reads a pattern, which may have blanks around it. */
    public static PatternText parse(String text) {
        int end = text.stripTrailing().length();
        return new PatternReader(text, text.length() - text.stripLeading().length(), end).pattern();
    }

    @Override
    public String toString() {
        return scheme.text + hosts + (port == 0 ? "" : ":" + port);
    }
}
