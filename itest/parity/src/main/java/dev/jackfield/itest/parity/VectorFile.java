package dev.jackfield.itest.parity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code *.jsonl} (a golden vector on each line) and {@code *.json} (a schema and its cases). */
final class VectorFile {
    private static final List<String> REQUIRED = List.of("id", "fn", "in", "out");
    /** A member of the file that belongs to each of its cases. */
    private static final String SHARED = "root";

    /** What other programs did with the same inputs: nothing to be right or wrong about. */
    private static final String EVIDENCE = "observed";

    private static final Pattern SCHEMA = Pattern.compile("^([a-z0-9-]+/[0-9]+|WHATWG)\\b");
    private static final String GSON_ADVICE =
            "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON";
    private static final Pattern PLACE = Pattern.compile(" at line ([0-9]+)");

    private VectorFile() {}

    /** The files of a folder and of those below it, in the order of their names; or the one file. */
    static List<Path> under(Path folder) throws BadInput {
        try (Stream<Path> all = Files.walk(real(folder))) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".jsonl")
                            || file.toString().endsWith(".json"))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith(EVIDENCE))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new BadInput(folder, "expected *.jsonl or *.json files in there, found none");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(folder, "cannot be read: " + e);
        }
    }

    /** The folder itself, whatever links to it. */
    static Path real(Path folder) throws BadInput {
        try {
            return folder.toRealPath();
        } catch (NoSuchFileException e) {
            throw new BadInput(folder, "expected a folder with vectors, there is nothing");
        } catch (IOException e) {
            throw new BadInput(folder, "cannot be read: " + e);
        }
    }

    static List<Vector> read(Path file) throws BadInput {
        try {
            return file.toString().endsWith(".jsonl") ? lines(file) : cases(file);
        } catch (CharacterCodingException e) {
            throw new BadInput(file, "expected UTF-8: " + e);
        } catch (IOException e) {
            throw new BadInput(file, "cannot be read: " + e);
        }
    }

    private static List<Vector> lines(Path file) throws IOException, BadInput {
        List<Vector> vectors = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                vectors.add(golden(file, number, json(file, number, line)));
            }
        }
        return vectors;
    }

    private static Vector golden(Path file, int line, JsonElement value) throws BadInput {
        for (String member : REQUIRED) {
            if (!value.isJsonObject() || !value.getAsJsonObject().has(member)) {
                throw new BadInput(
                        file, line, "expected an object with the members " + REQUIRED + ", got " + Json.text(value));
            }
        }
        JsonObject fields = value.getAsJsonObject();
        return new Vector(text(file, line, fields, "id"), text(file, line, fields, "fn"), fields);
    }

    private static List<Vector> cases(Path file) throws IOException, BadInput {
        JsonElement whole = json(file, 1, Files.readString(file));
        JsonObject top = whole.isJsonObject() ? whole.getAsJsonObject() : new JsonObject();
        String schema = top.has("schema") ? text(file, 1, top, "schema") : "";
        JsonElement cases = top.get("cases");
        if (cases == null || !cases.isJsonArray()) {
            // Evidence, frames and the like: one thing, of a form of its own.
            return List.of(new Vector("", "", top));
        }
        Matcher name = SCHEMA.matcher(schema);
        List<Vector> vectors = named(file, name.find() ? name.group(1) : "", cases.getAsJsonArray());
        if (top.has(SHARED)) {
            vectors.forEach(vector -> vector.fields().add(SHARED, top.get(SHARED)));
        }
        return vectors;
    }

    private static List<Vector> named(Path file, String schema, JsonArray cases) throws BadInput {
        List<Vector> vectors = new ArrayList<>();
        for (JsonElement element : cases) {
            JsonObject fields = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
            if (!schema.isEmpty() && !fields.has("id")) {
                throw new BadInput(file, "expected cases with an id, got " + Json.text(element));
            }
            vectors.add(new Vector(schema.isEmpty() ? "" : text(file, 1, fields, "id"), schema, fields));
        }
        return vectors;
    }

    private static String text(Path file, int line, JsonObject fields, String member) throws BadInput {
        JsonElement value = fields.get(member);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw new BadInput(file, line, "expected a text as " + member + ", got " + Json.text(value));
        }
        return value.getAsString();
    }

    private static JsonElement json(Path file, int line, String text) throws BadInput {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement value = JsonParser.parseReader(reader);
            // Anything but the end is reported as malformed.
            reader.peek();
            return value;
        } catch (JsonParseException | IOException e) {
            throw notJson(file, line, String.valueOf(e.getMessage()).replace(GSON_ADVICE, "malformed text"));
        }
    }

    /** Gson counts the lines of what it was given. */
    private static BadInput notJson(Path file, int line, String why) {
        Matcher place = PLACE.matcher(why);
        int within = place.find() ? Integer.parseInt(place.group(1)) : 1;
        String firstLine = why.lines().findFirst().orElse("");
        String shown = Json.printable(PLACE.matcher(firstLine).replaceFirst(" at"));
        return new BadInput(file, line + within - 1, "expected JSON, got " + shown);
    }
}
