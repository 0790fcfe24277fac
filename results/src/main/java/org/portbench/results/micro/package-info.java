/** How fast portbench itself is. */
package org.portbench.results.micro;
