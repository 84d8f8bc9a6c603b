package dev.jackfield.cookies.internal.files;

import java.util.Map;

/** A value of JSON, and where it begins in its text. */
sealed interface Json {
    int at();

    /** Its members, in their order. */
    record Members(int at, Map<String, Json> all) implements Json {}

    /** A text. */
    record Text(int at, String value) implements Json {}

    /** A number, as it is written. */
    record Number(int at, String value) implements Json {}

    /** True, false or null, as it is written. */
    record Word(int at, String value) implements Json {}

    /** A list, which has no place in a jar. */
    record Items(int at) implements Json {}
}
