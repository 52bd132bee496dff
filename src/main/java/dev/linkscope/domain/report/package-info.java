/** The report as data; its JSON is the published contract. */
@NullMarked
package dev.linkscope.domain.report;

import org.jspecify.annotations.NullMarked;
