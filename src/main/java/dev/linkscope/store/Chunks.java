package dev.linkscope.store;

/** Tells whole compressed hours from damaged ones. */
public final class Chunks {
    private Chunks() {}

    /** Whether the bytes of an hour can be read and hold as many outcomes as they should. */
    public static boolean whole(String target, byte[] data, long outcomes) {
        try {
            return ChunkCodec.decode(target, data).size() == outcomes;
        } catch (DamagedChunkException _) {
            return false;
        }
    }
}
