/** What a run leaves behind: plain records, independent of how they were obtained. */
package org.portbench.results;
