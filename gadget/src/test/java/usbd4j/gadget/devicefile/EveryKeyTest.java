package usbd4j.gadget.devicefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every key that there is: broken files with one mistake each. */
class EveryKeyTest {
    private static final Reference REFERENCE = Reference.get();

    static Stream<Key> keys() {
        return REFERENCE.keys().stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aValueOfTheWrongTypeIsToldWithLineAndKey(Key key) {
        // No key takes a date.
        assertMistake(key, key.name() + " = 1979-05-27", "%s takes".formatted(key.path()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMistypedKeyIsToldWithLineAndTheKeyThatWasMeant(Key key) {
        String mistyped = key.name() + "x";
        boolean takesAnything = key.table().endsWith("function");
        if (!takesAnything) {
            assertMistake(
                    key,
                    mistyped + " = 1",
                    "there is no %s.%s; did you mean %s?".formatted(key.table(), mistyped, key.path()));
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyGivenTwiceIsToldWithItsLine(Key key) {
        String line = key.name() + " = 1\n" + key.name() + " = 1";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("# A comment\n%s\n%s\n".formatted(heading(key), line)))
                .withMessageContaining("line 4: %s previously defined".formatted(key.name()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isExplainedInASentence(Key key) {
        assertThat(key.meaning()).endsWith(".");
        assertThat(key.takes()).isNotBlank();
        assertThat(key.otherwise().get()).isNotBlank();
    }

    private static void assertMistake(Key key, String line, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("# A comment\n%s\n%s\n".formatted(heading(key), line)))
                .withMessageContaining("line 3: " + sentence);
    }

    private static String heading(Key key) {
        List<TableHeading> tables = REFERENCE.tables();
        return tables.stream()
                .filter(each -> each.path().equals(key.table()))
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
