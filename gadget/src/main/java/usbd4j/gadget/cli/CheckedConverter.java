package usbd4j.gadget.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A converter whose error messages are shown to the user unchanged. */
abstract class CheckedConverter<T> implements ITypeConverter<T> {
    /**
     * {@return the value of the text}
     *
     * @throws IllegalArgumentException if the text is not valid, with a sentence for the user
     */
    abstract T checked(String text);

    @Override
    public final T convert(String text) {
        try {
            return checked(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
