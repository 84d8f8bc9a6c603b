package dev.jackfield.shell.internal.demo;

import java.nio.charset.Charset;
import java.util.List;

/** Little pictures out of characters: drawn ones where the charset has them, typewriter ones elsewhere. */
final class Glyphs {
    private final String levels;
    private final char full;
    private final char empty;
    private final String plugged;
    private final String free;

    Glyphs(Charset charset) {
        boolean drawn = charset.canEncode() && charset.newEncoder().canEncode("▁▂▃▄▅▆▇█░●○");
        this.levels = drawn ? "▁▂▃▄▅▆▇█" : "_.-:=+*#";
        this.full = drawn ? '█' : '#';
        this.empty = drawn ? '░' : '.';
        this.plugged = drawn ? "●" : "(*)";
        this.free = drawn ? "○" : "( )";
    }

    /** A curve: the highest value is the highest level. */
    String spark(List<Double> values) {
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        StringBuilder curve = new StringBuilder();
        for (double value : values) {
            int level = most <= 0 ? 0 : (int) Math.round(value / most * (levels.length() - 1));
            curve.append(levels.charAt(level));
        }
        return curve.toString();
    }

    /** A bar of a given width, filled up to a share from 0 to 1. */
    String bar(double share, int width) {
        int filled = (int) Math.round(Math.max(0, Math.min(1, share)) * width);
        return String.valueOf(full).repeat(filled) + String.valueOf(empty).repeat(width - filled);
    }

    /** A jack, with a plug in it or not. */
    String jack(boolean inUse) {
        return inUse ? plugged : free;
    }
}
