package dev.linkscope.octoprint.change;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.CameraLook;
import dev.linkscope.octoprint.CameraSight;

/** Looks at addresses of cameras from the printer's computer. */
interface CameraEye extends AutoCloseable {
    /** What is at the address of a snapshot, which is absolute. */
    CameraSight snapshot(String address) throws PrinterApiException;

    /** What is at the address of a stream; only where {@link #seesStreams}. */
    CameraSight stream(String address) throws PrinterApiException;

    /** Whether streams can be looked at from there. */
    boolean seesStreams();

    @Override
    void close();

    /** Looks through sockets. */
    static CameraEye by(CameraLook look) {
        return new CameraEye() {
            @Override
            public CameraSight snapshot(String address) throws PrinterApiException {
                return look.at(address);
            }

            @Override
            public CameraSight stream(String address) throws PrinterApiException {
                return look.at(address);
            }

            @Override
            public boolean seesStreams() {
                return true;
            }

            @Override
            public void close() {
                look.close();
            }
        };
    }
}
