#!/bin/sh
# Builds the program a second time in another folder and compares: packaging/linux/check-jar.sh JAR
set -eu
jar=$(readlink -f "$1")
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT TERM
cp -a pom.xml src packaging icons "$work/"
(cd "$work" && "${MAVEN:-mvn}" -o -q -B -Dmaven.test.skip=true -Dmdep.skip=true package)
if cmp "$jar" "$work/target/${jar##*/}"; then
    echo "Two builds of ${jar##*/} are the same, byte by byte."
else
    echo "Two builds of ${jar##*/} differ." >&2
    exit 1
fi
