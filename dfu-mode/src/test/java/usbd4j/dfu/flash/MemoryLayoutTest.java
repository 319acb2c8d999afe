package usbd4j.dfu.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.descriptor.UsbString;

class MemoryLayoutTest {
    private static final int KIB = 1024;
    private static final Region LOW = new Region(0x1000, 4, KIB, Access.ALL);

    @Test
    void anStm32F4ShowsItsFlash() {
        MemoryLayout layout = new MemoryLayout(
                "Internal Flash  ",
                List.of(
                        new Region(0x0800_0000, 4, 16 * KIB, Access.ALL),
                        new Region(0x0801_0000, 1, 64 * KIB, Access.ALL),
                        new Region(0x0802_0000, 7, 128 * KIB, Access.ALL)));

        assertThat(layout.text()).isEqualTo("@Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg");
        assertThat(layout.string()).isEqualTo(UsbString.of(layout.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg",
                "@Option Bytes  /0x1FFFC000/01*016 e/0x1FFEC000/01*016 e",
                "@/0x00000000/01*001Ma",
            })
    void aTextOfALayoutIsRead(String text) {
        assertThat(MemoryLayout.of(text)).hasToString(text);
    }

    /** ST's boot loaders write a space where the unit is the byte. */
    @Test
    void aLetterMayStandForBytes() {
        assertThat(MemoryLayout.of("@OTP Memory /0x1FFF7800/01*512Be,01*016Be"))
                .hasToString("@OTP Memory /0x1FFF7800/01*512 e,01*016 e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Internal Flash/0x08000000/04*016Kg | is no memory layout",
                "@Flash/08000000/04*016Kg | is no memory layout",
                "@Flash/0x080000000/04*016Kg | is no memory layout",
                "@Flash/0x08000000 | is no memory layout",
                "@Flash/0x08000000/ | is no memory layout",
                "@Flash/0x08000000/04*016Kh | \"04*016Kh\" is no region",
                "@Flash/0x08000000/04x016Kg | \"04x016Kg\" is no region",
                "@Flash/0x08000000/04*016K | \"04*016K\" is no region",
                "@Flash/0x08000000/04*016Kg, | \"\" is no region",
                "@Flash/0x08000000/00*016Kg | a region has sectors, and not 0 of 16384 bytes",
                "@Flash/0x08000000/01*9999Mg | a sector has at most 2147483647 bytes",
                "@Flash/0x08000000/999999999*016Kg | a region's last address",
                "@Flash/0x08000000/04*016Kg/0x08001000/01*001Kg | overlaps",
            })
    void aTextThatIsNoLayoutIsRefused(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryLayout.of(text))
                .withMessageContaining(why);
    }

    @Test
    void areasThatAreNotContiguousShowTheirAddresses() {
        Access once = new Access(true, false, true);
        MemoryLayout layout = new MemoryLayout(
                "Option Bytes  ", List.of(new Region(0x1FFF_C000, 1, 16, once), new Region(0x1FFE_C000, 1, 16, once)));

        assertThat(layout).hasToString("@Option Bytes  /0x1FFFC000/01*016 e/0x1FFEC000/01*016 e");
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
                .isThrownBy(() -> new MemoryLayout("Flash", List.of(new Region(0x1FFF, 1, 1, Access.ALL), LOW)))
                .withMessage("region 04*001Kg at 0x00001000 overlaps region 01*001 g at 0x00001FFF");
    }

    @Test
    void aSlashInANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLayout("Flash/2", List.of(LOW)))
                .withMessageContaining("slash");
    }

    @Test
    void aLayoutWithoutRegionsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLayout("Flash", List.of()))
                .withMessage("memory \"Flash\" has no region");
    }

    @Test
    void aLayoutThatIsTooLongForAStringDescriptorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryLayout(String.join("", Collections.nCopies(120, "x")), List.of(LOW)));
    }

    @Test
    void anAddressIsInOneRegionOrInNone() {
        MemoryLayout layout = new MemoryLayout("Flash", List.of(LOW));

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
