/** Where results go in the formats of other tools, as a user asks for them. */
package org.portbench.harness.export;
