#!/usr/bin/env bash
# Install the system packages of one or more groups, and only those that are missing.
#
#   tools/setup_system.sh base screen test bench matrix
#
# Works as root or with sudo, asks nothing, is silent when nothing is missing. SYSTEM_READY=1 skips it.
set -euo pipefail

LOG=build/log/apt.log

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# One line per group; "a|b" means any of them will do.
packages_of() {
    case "$1" in
    base) echo "qgis python3-qgis python3-venv qttools5-dev-tools|qt6-l10n-tools" ;;
    screen) echo "xvfb xauth locales qttranslations5-l10n" ;;
    bench) echo "gdal-bin grass-core postgresql postgresql-postgis" ;;
    test) echo "minisign" ;;
    matrix) echo "debootstrap debian-archive-keyring" ;;
    *) fail "unknown group of packages: $1" ;;
    esac
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

# Without -q: grep would stop reading, and apt-cache's broken pipe would count as a failure.
has_candidate() {
    apt-cache policy "$1" 2>/dev/null | grep "Candidate: [^(]" >/dev/null
}

# The package to install for "a|b", or nothing when one of them is there.
missing_of() {
    local name
    local -a names
    IFS='|' read -ra names <<<"$1"
    for name in "${names[@]}"; do
        if is_installed "$name"; then return; fi
    done
    for name in "${names[@]}"; do
        if has_candidate "$name"; then
            echo "$name"
            return
        fi
    done
    echo "${names[0]}"
}

# The packages to install for these groups, on one line.
missing_packages() {
    local group entry
    for group in "$@"; do
        for entry in $(packages_of "$group"); do missing_of "$entry"; done
    done | sort -u | paste -sd ' '
}

apt_get() {
    local -a command=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@")
    if [ "$(id -u)" -ne 0 ]; then
        local -a sudo=(sudo)
        { : </dev/tty; } 2>/dev/null || sudo=(sudo -n) # nobody there to type a password
        command=("${sudo[@]}" "${command[@]}")
    fi
    "${command[@]}" >>"$LOG" 2>&1
}

main() {
    [ "${SYSTEM_READY:-}" != 1 ] || return 0
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || fail \
        "this system is neither Debian nor Ubuntu: its packages cannot be installed from here." \
        "Install QGIS 3.22 or later with its Python bindings, Python's venv, Qt's lrelease and xvfb, then run: SYSTEM_READY=1 make …"

    local missing
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0

    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "these packages are missing and only an administrator may install them: $missing" \
            "Ask for: apt-get install --no-install-recommends $missing"
    fi
    echo "setup: installing $missing (details in $LOG; QGIS takes a few minutes)"
    mkdir -p "$(dirname "$LOG")"
    : >"$LOG"
    apt_get update </dev/null || explain "the package lists could not be read"
    missing=$(missing_packages "$@") # what each release calls them is known only now
    # shellcheck disable=SC2086  # one word a package
    apt_get install --no-install-recommends $missing </dev/null || explain "could not install $missing"
}

explain() {
    tail -n 5 "$LOG" >&2
    if grep -qiE 'password is required|not in the sudoers|Permission denied|are you root' "$LOG"; then
        fail "$1: no right to install. Run this as root, or ask an administrator for: $missing"
    elif grep -qiE 'Unable to locate|no installation candidate' "$LOG"; then
        fail "$1: this release does not offer it. Debian 12, Ubuntu 22.04 (universe) or later have QGIS 3.22 or later."
    elif grep -qiE 'Could not resolve|Failed to fetch|Temporary failure|Cannot initiate|Could not connect|Unable to connect' "$LOG"; then
        fail "$1: the network or the proxy does not answer. Check it (http_proxy, apt's configuration) and run again."
    fi
    fail "$1: see $LOG"
}

main "$@"
