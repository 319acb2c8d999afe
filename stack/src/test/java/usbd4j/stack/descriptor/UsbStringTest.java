package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UsbStringTest {
    private static final int GERMAN = 0x0407;
    private static final int FRENCH = 0x040C;

    @Test
    void ofATextIsEnglish() {
        assertThat(UsbString.of("board").texts()).containsExactly(Map.entry(0x0409, "board"));
    }

    @Test
    void hasATextForEachLanguage() {
        UsbString string = UsbString.of("board").with(GERMAN, "Platine");

        assertThat(string.in(GERMAN)).isEqualTo("Platine");
        assertThat(string.in(UsbString.ENGLISH)).isEqualTo("board");
    }

    @Test
    void withAnotherLanguageLeavesTheFirstStringAsItWas() {
        UsbString english = UsbString.of("board");

        assertThat(english.with(GERMAN, "Platine")).isNotEqualTo(english);
        assertThat(english).isEqualTo(UsbString.of("board"));
    }

    @Test
    void fallsBackToEnglish() {
        assertThat(UsbString.of("board").with(GERMAN, "Platine").in(FRENCH)).isEqualTo("board");
    }

    @Test
    void withoutEnglishFallsBackToItsFirstLanguage() {
        UsbString string = new UsbString(new TreeMap<>(Map.of(FRENCH, "carte", GERMAN, "Platine")));

        assertThat(string.in(UsbString.ENGLISH)).isEqualTo("Platine");
    }

    @Test
    void keepsItsTextsWhenTheMapItWasMadeOfChanges() {
        SortedMap<Integer, String> texts = new TreeMap<>(Map.of(UsbString.ENGLISH, "board"));
        UsbString string = new UsbString(texts);
        texts.clear();

        assertThat(string.in(UsbString.ENGLISH)).isEqualTo("board");
    }

    @Test
    void needsAText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UsbString(new TreeMap<>()))
                .withMessageContaining("at least one language");
    }

    @Test
    void takes126CodeUnits() {
        String longest = "x".repeat(126);

        assertThat(UsbString.of(longest).in(UsbString.ENGLISH)).isEqualTo(longest);
    }

    @Test
    void refuses127CodeUnitsInAnyLanguage() {
        UsbString english = UsbString.of("board");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.with(GERMAN, "x".repeat(127)))
                .withMessageContaining("at most 126");
    }

    @Test
    void countsACharacterBeyondThePlaneTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbString.of("😀".repeat(64)))
                .withMessageContaining("128 UTF-16 code units");
    }

    @Test
    void refusesNul() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbString.of("a\0b"))
                .withMessageContaining("NUL");
    }

    @Test
    void refusesALanguageOfMoreThanTwoBytes() {
        UsbString english = UsbString.of("board");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> english.with(0x10000, "?"))
                .withMessageContaining("wLANGID");
    }
}
