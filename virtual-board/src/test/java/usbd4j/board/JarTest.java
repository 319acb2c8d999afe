package usbd4j.board;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the program's jar needs of a board: Java 17, and of a processor no more than the first Raspberry Pi Zero has. */
class JarTest {
    private static final String JAR = "../gadget/target/usbd4j.jar";
    private static final String HARD_FLOAT = "com/sun/jna/linux-arm/libjnidispatch.so";
    private static final String SOFT_FLOAT = "com/sun/jna/linux-armel/libjnidispatch.so";
    private static final int JAVA_17 = 61;

    /** ELF for the ARM architecture: e_flags, and EF_ARM_ABI_FLOAT_HARD there. */
    private static final int FLAGS = 0x24;

    private static final int HARD = 0x400;

    /** ABI for the ARM architecture, build attributes: Tag_CPU_arch, and two of its values. */
    private static final int CPU_ARCH = 6;

    private static final int V5T = 3;
    private static final int V6 = 6;

    /** Tag_CPU_raw_name and Tag_CPU_name, whose values are text. */
    private static final List<Integer> TEXTS = List.of(4, 5);

    @Test
    void everyClassIsForJava17() throws IOException {
        try (ZipFile jar = new ZipFile(JAR)) {
            List<String> newer = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("META-INF/versions/"))
                    .filter(entry -> version(jar, entry) > JAVA_17)
                    .map(ZipEntry::getName)
                    .toList();

            assertThat(newer).isEmpty();
        }
    }

    @Test
    void jnaWithHardFloatIsForArmV6() throws IOException {
        byte[] library = entry(HARD_FLOAT);

        assertThat(flags(library) & HARD).isEqualTo(HARD);
        assertThat(attributes(library)).containsEntry(CPU_ARCH, V6);
    }

    @Test
    void jnaWithSoftFloatIsForArmV5() throws IOException {
        byte[] library = entry(SOFT_FLOAT);

        assertThat(flags(library) & HARD).isZero();
        assertThat(attributes(library)).containsEntry(CPU_ARCH, V5T);
    }

    private static int version(ZipFile jar, ZipEntry entry) {
        try (DataInputStream file = new DataInputStream(jar.getInputStream(entry))) {
            file.skipNBytes(6);
            return file.readUnsignedShort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] entry(String name) throws IOException {
        try (ZipFile jar = new ZipFile(JAR);
                InputStream entry = jar.getInputStream(requireNonNull(jar.getEntry(name)))) {
            return entry.readAllBytes();
        }
    }

    private static int flags(byte[] library) {
        return ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN).getInt(FLAGS);
    }

    /** {@return the numbers of the build attributes up to the architecture} Names of processors come before it. */
    private static Map<Integer, Integer> attributes(byte[] library) {
        String text = new String(library, StandardCharsets.ISO_8859_1);
        String vendor = "aeabi\0";
        // Behind the vendor: Tag_File, and the length of what follows.
        int at = text.indexOf(vendor) + vendor.length() + Byte.BYTES + Integer.BYTES;
        Map<Integer, Integer> found = new HashMap<>();
        while (!found.containsKey(CPU_ARCH)) {
            int tag = library[at];
            if (TEXTS.contains(tag)) {
                at = text.indexOf('\0', at) + 1;
            } else {
                found.put(tag, (int) library[at + 1]);
                at += 2;
            }
        }
        return found;
    }
}
