package dev.linkscope.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that everybody reads first. */
class ReadmeTest {
    private final String page = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void hasItsParts() {
        assertThat(page)
                .containsSubsequence(
                        "## Install",
                        "## First diagnosis",
                        "## What it does to your Pi",
                        "## How many requests it makes",
                        "## Privacy",
                        "## Beside other tools",
                        "## How sure it is",
                        "## More");
        assertThat(page.lines().count()).as("one page").isLessThan(110);
    }

    @Test
    void countsTheCausesRight() {
        assertThat(page).contains(RuleCatalog.CAUSES.size() + ", each with what speaks for");
    }

    @Test
    void showsOnePicture() {
        assertThat(MarkdownPage.read(Path.of("README.md")).links())
                .filteredOn(MarkdownPage.Link::picture)
                .hasSize(1);
    }
}
