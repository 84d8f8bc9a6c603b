package dev.jackfield.address.internal.idn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import dev.jackfield.address.internal.idn.Uts46.Flag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ICU as the oracle: it takes the same names, and makes the same of them. */
class IcuOracleTest {
    private static final int OPTIONS =
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE;
    private static final Oracle LENIENT = new Oracle(
            Set.of(),
            IDNA.getUTS46Instance(OPTIONS),
            EnumSet.of(
                    IDNA.Error.HYPHEN_3_4,
                    IDNA.Error.LEADING_HYPHEN,
                    IDNA.Error.TRAILING_HYPHEN,
                    IDNA.Error.EMPTY_LABEL,
                    IDNA.Error.LABEL_TOO_LONG,
                    IDNA.Error.DOMAIN_NAME_TOO_LONG));
    private static final Oracle STRICT = new Oracle(
            Set.of(Flag.STD3, Flag.EDGE_HYPHENS, Flag.DNS_LENGTHS),
            IDNA.getUTS46Instance(OPTIONS | IDNA.USE_STD3_RULES),
            EnumSet.of(IDNA.Error.HYPHEN_3_4));

    private static final int MANY = 70_000;
    private static final String SPICE = "aAz09-._ßςẞ。．\u0300\u0301\u0327\u0323\u093C\u094D\u200C\u200D\u00ADⅣ１";

    /** Flags of ours, what they are to ICU, and what it complains about that we were not asked for. */
    private record Oracle(Set<Flag> flags, IDNA icu, Set<IDNA.Error> ignored) {
        String expected(String name) {
            IDNA.Info info = new IDNA.Info();
            StringBuilder ascii = new StringBuilder();
            icu.nameToASCII(name, ascii, info);
            return ignored.containsAll(info.getErrors()) ? ascii.toString() : null;
        }

        String got(String name) {
            try {
                return Uts46.toAscii(name, flags);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        void compare(String name, List<String> disagreements) {
            String expected = expected(name);
            String got = got(name);
            if (expected == null ? got != null : !expected.equals(got)) {
                disagreements.add(escaped(name) + " is " + got + ", to ICU " + expected);
            }
        }
    }

    @Test
    void everyCodePoint() {
        List<String> disagreements = new ArrayList<>();
        Normalizer2 mapping = Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            // What is disallowed is compared here, and as a name only in the planes that have something: it takes long.
            String text = Character.toString(point);
            boolean disallowed = mapping.normalize(text).indexOf(0xFFFD) >= 0;
            if (Table.get().map(point, new CodePoints(20)) == disallowed) {
                disagreements.add(Label.hex(point) + " is not " + (disallowed ? "disallowed" : "allowed"));
            }
            if (!disallowed || point < 0x20000) {
                LENIENT.compare(text, disagreements);
                STRICT.compare("a" + text + "b", disagreements);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    @Test
    void randomNamesOfMixedScripts() {
        Random random = new Random(46);
        List<int[]> scripts = scripts();
        List<String> disagreements = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < MANY; i++) {
            String name = name(random, scripts);
            LENIENT.compare(name, disagreements);
            STRICT.compare(name, disagreements);
            taken += LENIENT.got(name) == null ? 0 : 1;
        }
        assertThat(disagreements).isEmpty();
        // Otherwise only refusals would be compared.
        assertThat(taken).isBetween(MANY / 10, MANY * 9 / 10);
    }

    @Test
    void randomEncodedLabels() {
        Random random = new Random(3492);
        List<int[]> scripts = scripts();
        List<String> disagreements = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < MANY; i++) {
            StringBuilder encoded = new StringBuilder(Punycode.encode(CodePoints.of(label(random, scripts))));
            if (random.nextBoolean() && !encoded.isEmpty()) {
                char other = "abcdefghijklmnopqrstuvwxyz0123456789-".charAt(random.nextInt(37));
                encoded.setCharAt(random.nextInt(encoded.length()), other);
            }
            String name = "xn--" + encoded + (random.nextInt(4) == 0 ? ".ü" : "");
            LENIENT.compare(name, disagreements);
            taken += LENIENT.got(name) == null ? 0 : 1;
        }
        assertThat(disagreements).isEmpty();
        assertThat(taken).isBetween(MANY / 10, MANY * 9 / 10);
    }

    @Test
    void normalization() {
        Random random = new Random(15);
        List<int[]> scripts = scripts();
        Nfc nfc = new Nfc(Table.get());
        for (int i = 0; i < MANY; i++) {
            CodePoints valid = new CodePoints(20);
            label(random, scripts).codePoints().filter(Table.get()::isValid).forEach(valid::append);
            assertThat(nfc.of(valid)).hasToString(Normalizer2.getNFCInstance().normalize(valid.toString()));
        }
    }

    private static String name(Random random, List<int[]> scripts) {
        String name = label(random, scripts);
        return random.nextInt(3) > 0 ? name : name + "." + label(random, scripts);
    }

    /** Of one script, mostly; with a second, and with what makes trouble, now and then. */
    private static String label(Random random, List<int[]> scripts) {
        StringBuilder label = new StringBuilder();
        int[] script = scripts.get(random.nextInt(scripts.size()));
        int[] other = random.nextInt(4) > 0 ? script : scripts.get(random.nextInt(scripts.size()));
        int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 40 : 6);
        for (int i = 0; i < length; i++) {
            int[] from = random.nextInt(3) > 0 ? script : other;
            if (random.nextInt(5) == 0) {
                label.append(SPICE.charAt(random.nextInt(SPICE.length())));
            } else {
                label.appendCodePoint(from[random.nextInt(from.length)]);
            }
        }
        return label.toString();
    }

    private static List<int[]> scripts() {
        List<int[]> scripts = new ArrayList<>();
        for (int script = 0; script <= UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT); script++) {
            UnicodeSet set = new UnicodeSet().applyIntPropertyValue(UProperty.SCRIPT, script);
            set.remove(0xD800, 0xDFFF);
            if (!set.isEmpty() && script != UScript.UNKNOWN) {
                int[] points = new int[set.size()];
                for (int i = 0; i < points.length; i++) {
                    points[i] = set.charAt(i);
                }
                scripts.add(points);
            }
        }
        return scripts;
    }

    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> text.append(Label.hex(point)).append(' '));
        return text.toString();
    }
}
