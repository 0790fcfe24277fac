/** Turns a recorded run into a page that a person reads: tables, charts, Markdown and HTML. */
package org.portbench.reports;
