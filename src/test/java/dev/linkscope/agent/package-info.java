@NullMarked
package dev.linkscope.agent;

import org.jspecify.annotations.NullMarked;
