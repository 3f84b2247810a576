# What the browser tests need from outside Python: Chromium. Installed where we may; else named.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
    exit 0
fi
echo "The tests need Chromium. On Debian or Ubuntu:  sudo apt-get install chromium" >&2
echo "On macOS:  brew install --cask chromium   Then run make test again." >&2
exit 1
