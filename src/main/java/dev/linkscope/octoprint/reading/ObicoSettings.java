package dev.linkscope.octoprint.reading;

import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.domain.probe.TargetUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Facts of the Obico plugin's settings. Its token is only looked at for being there. */
final class ObicoSettings {
    private static final Set<String> CRASH_REPORTS = Set.of("out", "asked", "in");

    private ObicoSettings() {}

    static void of(JsonNode settings, FactSheet sheet) {
        JsonNode plugins = settings.path("plugins");
        JsonNode obico = plugins.path("obico");
        if (!plugins.isObject()) {
            sheet.notTold("obico.installed");
            sheet.notTold("obico.old_plugin");
        } else {
            sheet.known("obico.installed", obico.isObject());
            sheet.known("obico.old_plugin", plugins.path("thespaghettidetective").isObject());
        }
        if (!obico.isObject()) {
            sheet.notTold("obico.linked_setting");
        } else {
            JsonNode token = obico.path("auth_token");
            sheet.known("obico.linked_setting", token.isString() && !token.stringValue().isBlank());
        }
        endpointFacts(obico.path("endpoint_prefix"), sheet);
        sheet.truth("obico.streaming_disabled", obico.path("disable_video_streaming"));
        JsonNode nozzle = obico.path("nozzle_camera");
        if (nozzle.isString()) {
            sheet.known("obico.nozzle_camera", !nozzle.stringValue().isBlank());
        } else {
            sheet.notTold("obico.nozzle_camera");
        }
        JsonNode reports = obico.path("sentry_opt");
        if (reports.isString() && CRASH_REPORTS.contains(reports.stringValue())) {
            sheet.known("obico.crash_reports", reports.stringValue());
        } else {
            sheet.notTold("obico.crash_reports");
        }
    }

    private static void endpointFacts(JsonNode prefix, FactSheet sheet) {
        if (!prefix.isString()) {
            sheet.notTold("obico.endpoint");
            sheet.notTold("obico.endpoint.form");
            return;
        }
        CameraAddress.Form form = CameraAddress.formOf(prefix.stringValue());
        sheet.known("obico.endpoint.form", form.wireName());
        Optional<URI> address = address(prefix);
        if (address.isPresent()) {
            sheet.known("obico.endpoint", shown(address.get()));
        } else {
            sheet.absent("obico.endpoint");
        }
    }

    /** The server's address without login and query; empty if it is none. */
    static Optional<TargetUrl> endpoint(JsonNode settings) {
        return endpointOf(settings.path("plugins").path("obico").path("endpoint_prefix"));
    }

    static Optional<TargetUrl> endpointOf(JsonNode prefix) {
        return address(prefix)
                .map(uri -> new TargetUrl(shown(uri) + withoutSlash(uri.getRawPath())));
    }

    /** An address that can be asked: http or https, with a host. */
    private static Optional<URI> address(JsonNode prefix) {
        if (!prefix.isString()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(prefix.stringValue().strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = Set.of("http", "https").contains(scheme) && uri.getHost() != null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port. */
    private static String shown(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT)
                + "://"
                + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
