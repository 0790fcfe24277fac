/** The claims of the argument, registered before anything was measured, and their judge. */
package org.portbench.results.claim;
