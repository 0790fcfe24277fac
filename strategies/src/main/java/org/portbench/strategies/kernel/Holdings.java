package org.portbench.strategies.kernel;

/** What a kernel has given out. After a quiesced run it is what it was before. */
public record Holdings(
    int frames,
    int objects,
    int mapEntries,
    int holds,
    int kernelMappings,
    int iommuMappings,
    int handles,
    int portNames,
    int messages) {}
