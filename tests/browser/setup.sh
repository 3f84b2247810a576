# What the browser tests need from outside Python: Chromium, and for the check of the pages' HTML the
# Nu HTML Checker with a Java to run it. Installed where we may; else named.
set -eu
here=$(dirname "$0")
checker=$here/../../.venv/checker

has() { command -v "$1" >/dev/null 2>&1; }
has_chromium() { has chromium || has chromium-browser || has google-chrome; }

missing=""
has_chromium || missing="chromium"
has java || missing="$missing default-jre-headless"
has npm || missing="$missing npm"

if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && has apt-get; then
    apt-get update -qq
    # shellcheck disable=SC2086 (names of packages, one word each)
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

if has java && has npm; then
    mkdir -p "$checker"
    cp "$here/package.json" "$here/package-lock.json" "$checker/"
    npm ci --prefix "$checker" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
else
    echo "Without Java and npm the check of the pages' HTML is left out; all other tests run." >&2
fi

if ! has_chromium; then
    echo "The tests need Chromium. On Debian or Ubuntu:  sudo apt-get install chromium" >&2
    echo "On macOS:  brew install --cask chromium   Then run make test again." >&2
    exit 1
fi
