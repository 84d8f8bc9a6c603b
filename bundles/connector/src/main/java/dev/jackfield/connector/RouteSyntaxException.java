package dev.jackfield.connector;

/** A text is no route. The message tells the column and never shows credentials. <i>Immutable.</i> */
public final class RouteSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * A complaint.
     *
     * @param column in UTF-16 units from 1, of what is wrong; one past the end if something is missing there
     * @param message what was expected and what was got
     */
    public RouteSyntaxException(int column, String message) {
        super("Column " + column + ": " + message);
        this.column = column;
    }

    /**
     * Where.
     *
     * @return in UTF-16 units from 1
     */
    public int column() {
        return column;
    }
}
