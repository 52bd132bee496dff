package dev.linkscope.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformNameTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, x86_64, mac-x64",
        "Mac OS X, aarch64, mac-arm64",
        "Windows 11, amd64, windows-x64",
        "FreeBSD, riscv64, freebsd-riscv64"
    })
    void namesAreThoseOfFiles(String os, String machine, String name) {
        assertThat(PlatformName.of(os, machine)).isEqualTo(name);
    }
}
