package dev.linkscope.discovery;

import java.net.InetAddress;

/**
 * An address of this computer's own to listen on.
 *
 * @param network name of the network interface that has it
 * @param address the address
 */
record Place(String network, InetAddress address) {}
