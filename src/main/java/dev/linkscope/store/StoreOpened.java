package dev.linkscope.store;

import org.jspecify.annotations.Nullable;

/**
 * An opened history.
 *
 * @param store the history
 * @param movedAside where a damaged file was moved before a new history was begun; null if the file
 *     was whole or new. To be told to the user
 */
public record StoreOpened(SqliteOutcomeStore store, @Nullable String movedAside) {}
