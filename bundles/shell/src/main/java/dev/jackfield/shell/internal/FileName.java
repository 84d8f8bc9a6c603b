package dev.jackfield.shell.internal;

/** What a file is called that is fetched from a URL: the last part of the path, as it stands there. */
final class FileName {
    private FileName() {}

    /**
     * The name.
     *
     * @param url with a scheme; what is not allowed in it is for others to find out
     * @throws IllegalArgumentException if there is none
     */
    static String of(String url) {
        String whole = url.split("[?#]", 2)[0];
        int host = whole.indexOf("//") + 2;
        int path = whole.indexOf('/', host);
        String last = path < 0 ? "" : whole.substring(whole.lastIndexOf('/') + 1);
        if (last.isEmpty() || last.equals(".") || last.equals("..")) {
            throw new IllegalArgumentException(
                    "-o: expected the name of a file, for there is none in \"" + url + "\", got none");
        }
        return last;
    }
}
