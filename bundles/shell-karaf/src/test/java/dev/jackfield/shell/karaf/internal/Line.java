package dev.jackfield.shell.karaf.internal;

import org.apache.karaf.shell.api.console.CommandLine;

/** A line that somebody types. */
record Line(String typed, int cursor) implements CommandLine {
    static Line endingWith(String... words) {
        String typed = String.join(" ", words);
        return new Line(typed, typed.length());
    }

    /** With a ^ where the cursor is. */
    static Line marked(String typed) {
        return new Line(typed.replace("^", ""), typed.indexOf('^'));
    }

    @Override
    public String[] getArguments() {
        return typed.split(" ", -1);
    }

    @Override
    public int getCursorArgumentIndex() {
        return (int) typed.substring(0, cursor).chars().filter(c -> c == ' ').count();
    }

    @Override
    public String getCursorArgument() {
        return getArguments()[getCursorArgumentIndex()];
    }

    @Override
    public int getArgumentPosition() {
        return cursor - (typed.substring(0, cursor).lastIndexOf(' ') + 1);
    }

    @Override
    public int getBufferPosition() {
        return cursor;
    }

    @Override
    public String getBuffer() {
        return typed;
    }
}
