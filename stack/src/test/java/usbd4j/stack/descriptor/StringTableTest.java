package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StringTableTest {
    private static final int GERMAN = 0x0407;
    private static final int FRENCH = 0x040C;

    private final StringTable table = new StringTable(List.of(
            UsbString.of("maker").with(FRENCH, "fabricant"),
            UsbString.of("board").with(GERMAN, "Platine")));

    @Test
    void hasTheLanguagesOfAllStringsInAscendingOrder() {
        assertThat(table.languages()).containsExactly(GERMAN, UsbString.ENGLISH, FRENCH);
    }

    @Test
    void descriptorZeroListsTheLanguages() {
        assertThat(table.descriptor(0, 0))
                .contains(new LanguagesDescriptor(List.of(GERMAN, UsbString.ENGLISH, FRENCH)));
    }

    @Test
    void countsFromOne() {
        assertThat(table.descriptor(1, UsbString.ENGLISH)).contains(new StringDescriptor("maker"));
    }

    @Test
    void givesAStringInTheLanguageAskedFor() {
        assertThat(table.descriptor(2, GERMAN)).contains(new StringDescriptor("Platine"));
    }

    @Test
    void givesAStringThatIsNotTranslatedInEnglish() {
        assertThat(table.descriptor(2, FRENCH)).contains(new StringDescriptor("board"));
    }

    @Test
    void returnsNoStringPastTheLast() {
        assertThat(table.descriptor(3, UsbString.ENGLISH)).isEmpty();
    }

    @Test
    void withoutStringsHasNoLanguagesEither() {
        assertThat(new StringTable(List.of()).descriptor(0, 0)).isEmpty();
    }

    @Test
    void takes255Strings() {
        StringTable full = new StringTable(Collections.nCopies(255, UsbString.of("x")));

        assertThat(full.descriptor(255, UsbString.ENGLISH)).contains(new StringDescriptor("x"));
    }

    @Test
    void refuses256Strings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StringTable(Collections.nCopies(256, UsbString.of("x"))))
                .withMessageContaining("number of strings is 256");
    }

    @Test
    void equalStringsShareAnIndexWhileNumbered() {
        StringTable.Builder builder = new StringTable.Builder();
        int first = builder.index(Optional.of(UsbString.of("same")));
        int other = builder.index(Optional.of(UsbString.of("other")));
        int second = builder.index(Optional.of(UsbString.of("same")));

        assertThat(List.of(first, other, second)).containsExactly(1, 2, 1);
    }

    @Test
    void noStringHasIndexZero() {
        assertThat(new StringTable.Builder().index(Optional.empty())).isZero();
    }
}
