/** What can be done against each cause: the plans, their steps and drawings, read from data. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.plans;
