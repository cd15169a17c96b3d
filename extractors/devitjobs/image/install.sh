#!/bin/sh
# What the image takes from Debian: Java to run the function, Chromium with its libraries. As root, in an empty Debian 13.
# Versions are Debian's newest on purpose: a pinned Chromium is gone from the mirror with the next security update.
set -eu

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends ca-certificates chromium openjdk-21-jre-headless
apt-get clean
rm -rf /var/lib/apt/lists/* /usr/share/doc /usr/share/man
