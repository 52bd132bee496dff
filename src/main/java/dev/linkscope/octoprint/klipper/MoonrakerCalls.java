package dev.linkscope.octoprint.klipper;

import dev.linkscope.engine.port.PrinterApiException;
import java.io.IOException;
import java.io.Reader;
import tools.jackson.databind.JsonNode;

/** Requests to one Moonraker. They block and end early when their thread is interrupted. */
public interface MoonrakerCalls {
    /** The JSON at a path such as {@code /server/info}, with its wrapping {@code result}. */
    JsonNode get(String path) throws PrinterApiException;

    /** The text at a path such as {@code /server/files/config/moonraker-obico.cfg}. */
    Reader text(String path) throws PrinterApiException, IOException;
}
