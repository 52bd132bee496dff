package dev.linkscope.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Python packages of the class path as one program that runs from memory. */
public final class PackedPython {
    private PackedPython() {}

    /**
     * A bootstrap behind the line {@code MODULES = {…}}, a dict from name to source.
     *
     * @param modules names of modules such as {@code package.module}; a name without a dot is a
     *     package
     * @param bootstrap name of the module that is run; not among the modules
     */
    public static String program(List<String> modules, String bootstrap) {
        String sources =
                modules.stream()
                        .map(name -> literal(name) + ":" + literal(source(name)))
                        .collect(Collectors.joining(","));
        return "MODULES = {" + sources + "}\n" + source(bootstrap);
    }

    /** The program in zlib format, behind its length in decimal digits and a line feed. */
    public static byte[] pack(String program) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(program.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes((packed.size() + "\n").getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(packed.toByteArray());
        return whole.toByteArray();
    }

    private static String source(String module) {
        boolean isPackage = module.indexOf('.') < 0;
        String path = "/" + module.replace('.', '/') + (isPackage ? "/__init__" : "") + ".py";
        try (InputStream in = PackedPython.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its part " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plain text as python reads it (the language reference, 2.4.1). */
    private static String literal(String text) {
        String escaped = text;
        for (Map.Entry<String, String> sign : ESCAPES) {
            escaped = escaped.replace(sign.getKey(), sign.getValue());
        }
        return "\"" + escaped + "\"";
    }

    /** The backslash first, for the others bring their own. */
    private static final List<Map.Entry<String, String>> ESCAPES =
            List.of(
                    Map.entry("\\", "\\\\"),
                    Map.entry("\"", "\\\""),
                    Map.entry("\n", "\\n"),
                    Map.entry("\r", "\\r"),
                    Map.entry("\t", "\\t"));
}
