package dev.linkscope.ui.farm;

/**
 * What is said of the farm at the lower edge of the window.
 *
 * @param agents agents and what they do
 * @param cost what Linkscope itself takes; empty if that is not known
 * @param simulated says that data are made up; empty if they are not
 */
public record FarmStatus(String agents, String cost, String simulated) {}
