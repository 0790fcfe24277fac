/** The machine under everything. */
package org.portbench.hardware;
