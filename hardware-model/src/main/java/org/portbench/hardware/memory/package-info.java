/** Physical memory: frames that know what they hold and how hot they are, and the bus to them. */
package org.portbench.hardware.memory;
