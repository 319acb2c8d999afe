package usbd4j.gadget.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A converter whose complaints reach the user in their own words. */
abstract class CheckedConverter<T> implements ITypeConverter<T> {
    /**
     * {@return what the text stands for}
     *
     * @throws IllegalArgumentException with a sentence for the user, if it stands for nothing
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
