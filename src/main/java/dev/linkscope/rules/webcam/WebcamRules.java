package dev.linkscope.rules.webcam;

import dev.linkscope.rules.Rule;
import java.util.List;

/** The causes that lie with the camera. */
public final class WebcamRules {
    /** One rule a cause; of equally sure ones what lies deeper comes first. */
    public static final List<Rule> ALL =
            List.of(
                    new UsbResetsRule(),
                    new CameraServiceDownRule(),
                    new RelativeWithoutProxyRule(),
                    new NoSchemeRule(),
                    new WrongPortOrHostRule(),
                    new UnreachableCameraRule(),
                    new NetworkPathRule(),
                    new OverloadedCameraRule(),
                    new StalledCameraRule(),
                    new FrozenCameraRule(),
                    new NoSignalRule(),
                    new LoginNeededRule(),
                    new WebPageRule(),
                    new BrokenPictureRule(),
                    new StreamAsSnapshotRule(),
                    new BlankAddressRule(),
                    new UserInfoInStreamRule(),
                    new UnusableStreamRule(),
                    new WrongPathRule(),
                    new RestartNeededRule(),
                    new NotConfiguredRule(),
                    new CameraChoiceMissingRule(),
                    new SlowStreamRule(),
                    new StreamFormatRule());

    private WebcamRules() {}
}
