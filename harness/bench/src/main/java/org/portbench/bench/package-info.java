/** How fast portbench itself is, part by part and as a whole. */
package org.portbench.bench;
