/** Virtual time, chance and the proof of sameness. */
package org.portbench.hardware.sim;
