/** What is exported, read by strict readers. */
package dev.linkscope.metrics;
