package usbd4j.dfu.flash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layouts of products are read as they are meant. */
class ProductLayoutTest {
    @ParameterizedTest
    @MethodSource("usbd4j.dfu.flash.ProductLayout#all")
    void isReadToItsRegions(ProductLayout layout) {
        assertThat(MemoryLayout.of(layout.shown()).regions())
                .extracting(ProductLayoutTest::text)
                .isEqualTo(layout.regions());
    }

    private static String text(Region region) {
        return "0x%08X %d*%d %s%s%s"
                .formatted(
                        region.address(),
                        region.count(),
                        region.sectorSize(),
                        region.access().readable() ? "r" : "",
                        region.access().erasable() ? "e" : "",
                        region.access().writable() ? "w" : "");
    }
}
