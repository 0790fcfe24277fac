/**
 * Translation: page tables, TLBs, the rounds that keep them in step, and the device's own table.
 */
package org.portbench.hardware.mmu;
