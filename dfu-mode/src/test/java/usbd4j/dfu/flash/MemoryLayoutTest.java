package usbd4j.dfu.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryLayoutTest {
    private static final int KIB = 1024;
    private static final Region LOW = new Region(0x1000, 4, KIB, Access.ALL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/0x08000000/04*016Kg,01*064Kg,07*128Kg",
                "/0x1FFFC000/01*016 e/0x1FFEC000/01*016 e",
                "/0x00000000/01*001Ma",
            })
    void isShownAsDfuSeHasIt(String text) {
        assertThat(MemoryLayout.of("@Internal Flash  " + text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@F/0x1000/4*16Kg | /0x00001000/04*016Kg",
                "@F/0x1000/0004*00016Kg | /0x00001000/04*016Kg",
                "@F / 0x1000 / 4 * 16 K g , 1 * 64 Kg | /0x00001000/04*016Kg,01*064Kg",
                "@F/0x1000/4*16kg | /0x00001000/04*016Kg",
                "@F/0x1000/4*16KG | /0x00001000/04*016Kg",
                "@F/0x1000/1*16Be | /0x00001000/01*016 e",
                "@F/0x1000/1*16be | /0x00001000/01*016 e",
                "@F/0x1000/1*16 e | /0x00001000/01*016 e",
                "@F/0x1000/1*16e | /0x00001000/01*016 e",
                "@F/0x1000/1*16b | /0x00001000/01*016 b",
                "@F/0x1000/0x4*0x400g | /0x00001000/04*001Kg",
                "@F/0x1000/1*1Mg/0x90000000/1*64Kg | /0x00001000/01*001Mg/0x90000000/01*064Kg",
                "F/1000/4*16Kg | /0x00001000/04*016Kg",
                "/0x1000/4*16Kg | /0x00001000/04*016Kg",
                "@F/0x1000/4*16Kg rubbish/0x | /0x00001000/04*016Kg",
                "@F/0x1000/4*16Kg/rubbish | /0x00001000/04*016Kg",
            })
    void isReadAsProductsWriteIt(String text, String layout) {
        assertThat(MemoryLayout.of(text)).hasToString(layout);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Firmware | has no memory layout",
                "@Flash/0x080000000/04*016Kg | has no memory layout",
                "@Flash/0x08000000 | has no memory layout",
                "@Flash/0x08000000/ | there is no region at \"\"",
                "@Flash/0x08000000/04*016Kh | there is no region at \"04*016Kh\"",
                "@Flash/0x08000000/04x016Kg | there is no region at \"04x016Kg\"",
                "@Flash/0x08000000/04*016K | there is no region at \"04*016K\"",
                "@Flash/0x08000000/04*016Kg,x | there is no region at \"x\"",
                "@Flash/0x08000000/00*016Kg | a region needs sectors, not 0 of 16384 bytes",
                "@Flash/0x08000000/01*9999Mg | a sector has at most 2147483647 bytes",
                "@Flash/0x08000000/999999999*016Kg | a region's last address",
                "@Flash/0x08000000/04*016Kg/0x08001000/01*001Kg | overlaps",
            })
    void aTextThatHasNoLayoutIsRefusedWithThePlace(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryLayout.of(text))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 01*001 g",
        "3, 1023, 03*1023 g",
        "100, 1024, 100*001Kg",
        "2, 1536, 02*1536 g",
        "2, 1572864, 02*1536Kg",
        "16, 4194304, 16*004Mg",
    })
    void aRegionShowsItsSectorsInTheLargestUnitThatFits(int count, int sectorSize, String text) {
        assertThat(new Region(0, count, sectorSize, Access.ALL)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, false, a",
        "false, true, false, b",
        "true, true, false, c",
        "false, false, true, d",
        "true, false, true, e",
        "false, true, true, f",
        "true, true, true, g",
    })
    void accessHasALetter(boolean readable, boolean erasable, boolean writable, char letter) {
        assertThat(new Access(readable, erasable, writable).letter()).isEqualTo(letter);
    }

    @Test
    void aRegionWithoutAccessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Access(false, false, false))
                .withMessageContaining("readable");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 1",
        "0x100000000, 1, 1",
        "0, 0, 1",
        "0, 1, 0",
        "0, -1, 1",
        "0xFFFFFFFF, 1, 2",
        "0, 0x7FFFFFFF, 3"
    })
    void aRegionThatIsEmptyOrBeyondThirtyTwoBitsIsRefused(String address, String count, String sectorSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Region(
                        Long.decode(address), Integer.decode(count), Integer.decode(sectorSize), Access.ALL));
    }

    @Test
    void aRegionMayEndWithTheLastAddress() {
        assertThat(new Region(0xFFFF_FF00L, 1, 256, Access.ALL).end()).isEqualTo(0x1_0000_0000L);
    }

    @Test
    void regionsThatOverlapAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLayout(List.of(new Region(0x1FFF, 1, 1, Access.ALL), LOW)))
                .withMessage("region 04*001Kg at 0x00001000 overlaps region 01*001 g at 0x00001FFF");
    }

    @Test
    void aLayoutWithoutRegionsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLayout(List.of()))
                .withMessage("a memory needs at least one region");
    }

    @Test
    void anAddressIsInOneRegionOrInNone() {
        MemoryLayout layout = new MemoryLayout(List.of(LOW));

        assertThat(layout.region(0x0FFF)).isEmpty();
        assertThat(layout.region(0x1000)).contains(LOW);
        assertThat(layout.region(0x1FFF)).contains(LOW);
        assertThat(layout.region(0x2000)).isEmpty();
    }

    @Test
    void anAddressIsInASector() {
        Region odd = new Region(0x10, 3, 100, Access.ALL);

        assertThat(odd.sector(0x10 + 99)).isEqualTo(0x10);
        assertThat(odd.sector(0x10 + 100)).isEqualTo(0x10 + 100);
    }
}
