/**
 * Causes that lie with the way from the printer's computer to the server: radio, cable, router,
 * names, internet, firewall.
 */
@NullMarked
package dev.linkscope.rules.network;

import org.jspecify.annotations.NullMarked;
