package dev.linkscope.store;

import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import org.jspecify.annotations.Nullable;

/**
 * An opened history.
 *
 * @param store the history; closes the database
 * @param fixes what was tried, in the same database
 * @param book what is kept beside single outcomes, in the same database
 * @param movedAside where a damaged file was moved before a new history was begun; null if the file
 *     was whole or new. To be told to the user
 */
public record StoreOpened(
        OutcomeStore store, FixStore fixes, HistoryBook book, @Nullable String movedAside) {}
