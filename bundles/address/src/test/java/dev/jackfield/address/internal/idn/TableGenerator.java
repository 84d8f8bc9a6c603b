package dev.jackfield.address.internal.idn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the table of {@link Table} from what ICU knows. To run it again, for another version of ICU:
 * {@code mvn -pl bundles/address test -Dtest=TableGeneratorTest -Djackfield.table.write=true}
 */
final class TableGenerator {
    private static final int POINTS = Character.MAX_CODE_POINT + 1;
    private static final Normalizer2 UTS46 = Normalizer2.getInstance(null, "uts46", Normalizer2.Mode.COMPOSE);
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private static final int NFC_YES = UCharacter.getPropertyValueEnum(UProperty.NFC_QUICK_CHECK, "Yes");

    /** How one code point is treated; the parameter is the distance or the length of the target. */
    private record Treatment(int kind, int parameter) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> traits = new ArrayList<>();
    private final StringBuilder targets = new StringBuilder();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();

    private TableGenerator() {}

    static byte[] generate() {
        TableGenerator generator = new TableGenerator();
        List<int[]> compositions = compositions();
        generator.collectRuns();
        generator.number(generator.traits.size());
        generator.traits.forEach(generator::number);
        generator.write(compositions);
        generator.write(generator.targets.toString());
        generator.writeRuns();
        return generator.out.toByteArray();
    }

    static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, generate());
    }

    /** Composite, first, second. Without Hangul, which is composed by arithmetic. */
    private static List<int[]> compositions() {
        List<int[]> compositions = new ArrayList<>();
        for (int point = 0; point < POINTS; point++) {
            if (point >= 0xAC00 && point < 0xD7A4) {
                continue;
            }
            String raw = NFC.getRawDecomposition(point);
            if (raw == null || raw.codePointCount(0, raw.length()) != 2 || !isValid(point)) {
                continue;
            }
            int first = raw.codePointAt(0);
            int second = raw.codePointBefore(raw.length());
            if (!isValid(first) || !isValid(second) || NFC.composePair(first, second) != point) {
                throw new IllegalStateException("A valid composite of what is not valid: " + Label.hex(point));
            }
            compositions.add(new int[] {point, first, second});
        }
        return compositions;
    }

    private void collectRuns() {
        Treatment last = null;
        for (int point = 0; point < POINTS; point++) {
            Treatment next = treatment(point);
            if (next.equals(last)) {
                lengths.set(lengths.size() - 1, lengths.get(lengths.size() - 1) + 1);
            } else {
                treatments.add(next);
                lengths.add(1);
                last = next;
            }
        }
    }

    private Treatment treatment(int point) {
        String target = target(point);
        if (target.indexOf(0xFFFD) >= 0) {
            return new Treatment(Table.DISALLOWED, 0);
        }
        if (target.isEmpty() || target.codePointCount(0, target.length()) > 1) {
            targets.append(target);
            return new Treatment(Table.MAPPED, target.length());
        }
        int distance = target.codePointAt(0) - point;
        if (distance != 0) {
            return new Treatment(Table.SHIFTED, distance << 1 ^ distance >> 31);
        }
        int its = traits(point);
        if (!traits.contains(its)) {
            traits.add(its);
        }
        return new Treatment(Table.VALID + traits.indexOf(its), 0);
    }

    private int traits(int point) {
        boolean mark = (1 << UCharacter.getType(point)
                        & (1 << UCharacter.NON_SPACING_MARK
                                | 1 << UCharacter.ENCLOSING_MARK
                                | 1 << UCharacter.COMBINING_SPACING_MARK))
                != 0;
        return Traits.of(
                UCharacter.getCombiningClass(point), joining(point), direction(point), mark, joinsThoseBefore(point));
    }

    /** NFC_QC=Maybe; also the few that decompose into something that does. */
    private static boolean joinsThoseBefore(int point) {
        return UCharacter.getIntPropertyValue(point, UProperty.NFC_QUICK_CHECK) != NFC_YES;
    }

    private static int joining(int point) {
        return switch (UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE)) {
            case UCharacter.JoiningType.DUAL_JOINING -> Traits.DUAL_JOINING;
            case UCharacter.JoiningType.LEFT_JOINING -> Traits.LEFT_JOINING;
            case UCharacter.JoiningType.RIGHT_JOINING -> Traits.RIGHT_JOINING;
            case UCharacter.JoiningType.TRANSPARENT -> Traits.TRANSPARENT;
            default -> Traits.NON_JOINING;
        };
    }

    private static int direction(int point) {
        return switch (UCharacter.getDirection(point)) {
            case UCharacterDirection.LEFT_TO_RIGHT -> Traits.LEFT;
            case UCharacterDirection.RIGHT_TO_LEFT, UCharacterDirection.RIGHT_TO_LEFT_ARABIC -> Traits.RIGHT;
            case UCharacterDirection.ARABIC_NUMBER -> Traits.ARABIC_NUMBER;
            case UCharacterDirection.EUROPEAN_NUMBER -> Traits.EUROPEAN_NUMBER;
            case UCharacterDirection.EUROPEAN_NUMBER_SEPARATOR,
                    UCharacterDirection.EUROPEAN_NUMBER_TERMINATOR,
                    UCharacterDirection.COMMON_NUMBER_SEPARATOR,
                    UCharacterDirection.OTHER_NEUTRAL,
                    UCharacterDirection.BOUNDARY_NEUTRAL -> Traits.NEUTRAL;
            case UCharacterDirection.DIR_NON_SPACING_MARK -> Traits.NONSPACING;
            default -> Traits.NOWHERE;
        };
    }

    private static boolean isValid(int point) {
        return target(point).equals(Character.toString(point));
    }

    /** With U+FFFD in it where a code point is disallowed. */
    private static String target(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                ? "\uFFFD"
                : UTS46.normalize(Character.toString(point));
    }

    private void write(List<int[]> compositions) {
        number(compositions.size());
        int last = 0;
        for (int[] composition : compositions) {
            number(composition[0] - last);
            number(composition[1]);
            number(composition[2]);
            last = composition[0];
        }
    }

    private void write(String text) {
        byte[] octets = text.getBytes(UTF_8);
        number(octets.length);
        out.writeBytes(octets);
    }

    private void writeRuns() {
        number(treatments.size());
        for (int i = 0; i < treatments.size(); i++) {
            number(lengths.get(i));
            number(treatments.get(i).kind());
            if (treatments.get(i).kind() == Table.MAPPED || treatments.get(i).kind() == Table.SHIFTED) {
                number(treatments.get(i).parameter());
            }
        }
    }

    private void number(int value) {
        int rest = value;
        for (; rest > 0x7F; rest >>>= 7) {
            out.write(rest | 0x80);
        }
        out.write(rest);
    }
}
