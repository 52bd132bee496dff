package dev.linkscope.ui.update;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.domain.release.Release;
import dev.linkscope.domain.release.Release.Download;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/**
 * A newer release: what is new, where it is to be had, and what its file must have as its checksum.
 */
final class ReleaseBox extends VBox {
    private final Wording wording;

    /** What is done about it. */
    interface Actions {
        /** Opens a page in the browser. */
        void browse(TargetUrl page);

        /** Copies a text. */
        void copy(String text);
    }

    /**
     * A box.
     *
     * @param platform this computer's, such as {@code linux-x64}
     * @param java version of the Java that runs this program, such as 25
     */
    ReleaseBox(Wording wording, Release release, String platform, int java, Actions actions) {
        this.wording = wording;
        setId("release");
        getStyleClass().add("release-box");
        Optional<Download> download = release.download(platform);
        var links = new FlowPane();
        links.getStyleClass().add("choices");
        links.getChildren()
                .add(link("update.notes", "update-notes", release.notes(), actions::browse));
        download.ifPresent(mine ->
                links.getChildren()
                        .add(link("update.page", "update-page", mine.page(), actions::browse)));
        getChildren().add(links);
        download.ifPresentOrElse(
                mine -> showFile(mine, actions),
                () -> getChildren().add(line(wording.text("update.no_file", platform))));
        if (release.java() > java) {
            getChildren().add(line(wording.text("update.java", release.java(), java)));
        }
    }

    private Hyperlink link(String key, String id, TargetUrl page, Consumer<TargetUrl> open) {
        String text = wording.text(key);
        var link = new Hyperlink(text);
        link.setId(id);
        link.setGraphic(Nodes.icon(MaterialDesignO.OPEN_IN_NEW, "link-icon"));
        link.setAccessibleText(wording.text("update.link.spoken", text, page.display()));
        // Where it leads is to be seen before it is gone to.
        link.setTooltip(new javafx.scene.control.Tooltip(page.display()));
        link.setOnAction(event -> open.accept(page));
        return link;
    }

    private void showFile(Download file, Actions actions) {
        Label sum = Nodes.wrapped("place", "checksum");
        sum.setId("update-checksum");
        sum.setText(file.sha256());
        sum.setAccessibleText(wording.text("update.checksum.spoken", file.file()));
        var copy = new Button(wording.text("preferences.copy"));
        copy.setId("update-copy");
        copy.setGraphic(Nodes.icon(MaterialDesignC.CONTENT_COPY));
        copy.getStyleClass().add("small");
        copy.setAccessibleText(wording.text("update.checksum.copy"));
        copy.setOnAction(event -> actions.copy(file.sha256()));
        getChildren().addAll(line(wording.text("update.checksum", file.file())), sum, copy);
    }

    private static Label line(String text) {
        Label line = Nodes.wrapped("small", "muted");
        line.setText(text);
        return line;
    }
}
