package dev.linkscope.hands;

import dev.linkscope.engine.port.FixAction.Preview;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question to the program on the printer's computer.
 *
 * @param mode what to do
 * @param action id of the action
 * @param args its arguments
 * @param shown what was shown before; null unless it is to be done
 * @param undo what it needs to undo; null unless that is asked for or looked at
 */
record Request(
        Mode mode,
        String action,
        Map<String, String> args,
        @Nullable Preview shown,
        @Nullable String undo) {
    /** A login script that reads a line gets one of these. */
    private static final byte[] NUDGE = "\n\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_BYTES_PER_CHAR = 3;

    Request {
        args = Map.copyOf(args);
    }

    /** What is asked for. */
    enum Mode {
        LOOK("look"),
        DO("do"),
        UNDO("undo"),
        STANDING("standing");

        private final String wireName;

        Mode(String wireName) {
            this.wireName = wireName;
        }
    }

    /**
     * The program and this request as they are sent. The caller wipes the array.
     *
     * @param password null if none is needed
     */
    byte[] bytes(char @Nullable [] password) {
        byte[] program = HandsProgram.bytes();
        byte[] line = json(password != null).getBytes(StandardCharsets.UTF_8);
        byte[] secret = password == null ? new byte[0] : utf8(password);
        ByteBuffer all =
                ByteBuffer.allocate(
                        NUDGE.length + program.length + line.length + secret.length + 2);
        all.put(NUDGE).put(program).put(line).put((byte) '\n').put(secret).put((byte) '\n');
        Arrays.fill(secret, (byte) 0);
        return all.array();
    }

    private String json(boolean withPassword) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("mode", mode.wireName).put("action", action).put("undo", undo);
        ObjectNode named = node.putObject("args");
        args.forEach(named::put);
        if (shown != null) {
            ObjectNode before = node.putObject("shown");
            before.put("undo", shown.undo());
            shown.commands().forEach(before.putArray("commands")::add);
        }
        return node.put("password", withPassword).toString();
    }

    /** The characters as UTF-8, without a copy left behind. */
    private static byte[] utf8(char[] secret) {
        ByteBuffer encoded = ByteBuffer.allocate(secret.length * MAX_BYTES_PER_CHAR);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(secret), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
