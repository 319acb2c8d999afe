package usbd4j.stack.descriptor;

/** A descriptor of Microsoft OS 2.0 that tells Windows something of a whole device, or of one function of it. */
public sealed interface MsOs20Feature extends MsOs20Descriptor
        permits MsOs20CompatibleIdDescriptor, MsOs20RegistryPropertyDescriptor {}
