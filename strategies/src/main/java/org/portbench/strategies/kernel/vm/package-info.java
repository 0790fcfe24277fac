/**
 * Virtual memory: objects, their pages, the maps that show them, and the faults that connect both.
 */
package org.portbench.strategies.kernel.vm;
