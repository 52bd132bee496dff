/** How a report looks on paper: pages, text flow, charts. Lengths are PDF points, 1/72 inch. */
@NullMarked
package dev.linkscope.report.pdf;

import org.jspecify.annotations.NullMarked;
