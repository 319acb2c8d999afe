package usbd4j.stack.descriptor;

/** A Microsoft OS 2.0 feature descriptor, of the whole device or of one function. */
public sealed interface MsOs20Feature extends MsOs20Descriptor
        permits MsOs20CompatibleIdDescriptor, MsOs20RegistryPropertyDescriptor {}
