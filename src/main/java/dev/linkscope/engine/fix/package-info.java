/** Changes one thing at a time, keeps a ledger of it, and watches whether it helped. */
@org.jspecify.annotations.NullMarked
package dev.linkscope.engine.fix;
