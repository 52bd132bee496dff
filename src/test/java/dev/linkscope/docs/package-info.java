/** What people read, held against what the program does. */
@NullMarked
package dev.linkscope.docs;

import org.jspecify.annotations.NullMarked;
