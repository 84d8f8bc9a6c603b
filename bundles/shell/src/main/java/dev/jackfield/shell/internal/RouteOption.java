package dev.jackfield.shell.internal;

import dev.jackfield.connector.Route;
import dev.jackfield.connector.RouteSyntaxException;
import java.io.InputStream;
import java.util.List;

/** What follows {@code --route}: a route, or where one is written. */
final class RouteOption {
    private static final String HIDDEN = "...";

    private RouteOption() {}

    /**
     * Reads one.
     *
     * @throws PointedException if there is something wrong with it; points at where, and shows no password
     */
    static Route read(String typed, InputStream in) {
        String text = FileOption.text("--route", typed, in).strip();
        try {
            return Route.parse(text);
        } catch (RouteSyntaxException e) {
            throw new PointedException("--route: " + e.getMessage(), pointed(text, e.column() - 1), e);
        }
    }

    /**
     * The route as far as it can be shown, and a mark below what is wrong. Links before that one are shown as routes are;
     * of this one nothing behind a bracket, for nobody knows what is a password there.
     */
    private static List<String> pointed(String text, int wrong) {
        int begin = Math.min(wrong, text.length());
        String good = "";
        while ((begin = text.lastIndexOf('>', begin - 1)) >= 0) {
            try {
                good = Route.parse(text.substring(0, begin)) + " > ";
                break;
            } catch (RouteSyntaxException e) {
                // It was not between two links.
            }
        }
        String rest = text.substring(begin + 1);
        int column = wrong - begin - 1 - (rest.length() - rest.stripLeading().length());
        String shown = shown(rest.stripLeading());
        if (shown.endsWith(HIDDEN)) {
            column = Math.min(column, shown.length() - HIDDEN.length());
        }
        return List.of(Terminal.blanked(good + shown), " ".repeat(good.length() + Math.max(column, 0)) + "^");
    }

    private static String shown(String wrong) {
        int bracket = wrong.indexOf('(');
        String name = bracket < 0 ? wrong : wrong.substring(0, bracket + 1);
        boolean confidential = name.indexOf('@') >= 0 || name.indexOf(':') >= 0;
        return confidential ? HIDDEN : bracket < 0 ? name : name + HIDDEN;
    }
}
