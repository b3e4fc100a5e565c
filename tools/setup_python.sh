#!/usr/bin/env bash
# Make .venv from the Python that has PyQGIS, with NumPy kept at the system's version.
#
#   tools/setup_python.sh            .venv itself
#   tools/setup_python.sh servers    .venv/servers too, from requirements-servers.txt: what must stay apart from QGIS's
#   tools/setup_python.sh scripts    .venv/scripts too, from requirements-scripts.txt: what the shared scripts ask for
#
# The first python3 on the PATH is often another one (pyenv, conda, a framework build). QGIS, GDAL and NumPy are
# compiled against each other: the virtual environment sees the system's and never replaces them.
# PYQGIS_PYTHON=/path/to/python chooses one. Silent when nothing changed.
set -euo pipefail

VENV=.venv
REQUIREMENTS=tools/requirements-dev.txt
LOG=build/log/pip.log

export PYTHONNOUSERSITE=1 # what the user installed with "pip install --user" must not hide the system's NumPy

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

has_pyqgis() {
    QT_QPA_PLATFORM=offscreen "$1" - >/dev/null 2>&1 <<'PYTHON'
import sys
import numpy, osgeo.gdal, qgis.core
sys.exit(not (sys.version_info >= (3, 9) and qgis.core.Qgis.QGIS_VERSION_INT >= 32200))
PYTHON
}

find_python() {
    local candidate
    for candidate in "${PYQGIS_PYTHON:-}" /usr/bin/python3 $(type -ap python3 || true) /usr/bin/python3.[0-9]* /usr/local/bin/python3*; do
        case "$candidate" in *-config | "$PWD/$VENV"/*) continue ;; esac
        if [ -x "$candidate" ] && has_pyqgis "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "no Python with PyQGIS 3.22 or later was found (tried PYQGIS_PYTHON, /usr/bin, /usr/local/bin and the PATH)." \
        "Install the packages qgis and python3-qgis, or say which one: PYQGIS_PYTHON=/path/to/python3 make …"
}

# What an environment was made from: its requirements, this script, its interpreter, the system's NumPy where kept.
fingerprint() {
    local venv=$1
    shift
    cat "$@" tools/setup_python.sh | cksum
    readlink -f "$venv/bin/python"
    cat "$venv/constraints.txt"
}

# is_ready VENV REQUIREMENTS…
is_ready() {
    [ -f "$1/ready" ] && [ -x "$1/bin/python" ] && [ "$(fingerprint "$@" 2>/dev/null)" = "$(cat "$1/ready")" ]
}

# install VENV REQUIREMENTS: what they ask for, within VENV/constraints.txt
install() {
    if ! "$1/bin/python" -m pip install --quiet --disable-pip-version-check --prefer-binary \
        --constraint "$1/constraints.txt" --requirement "$2" </dev/null >>"$LOG" 2>&1; then
        tail -n 5 "$LOG" >&2
        if grep -qiE 'connection|timed out|resolve|SSLError|ProxyError|No matching distribution' "$LOG"; then
            fail "the Python packages could not be fetched: check the network, the proxy (HTTPS_PROXY) or pip's index, and run again."
        fi
        fail "pip could not install the packages: see $LOG"
    fi
}

make_venv() {
    local -a all=(tools/requirements-dev.txt tools/requirements-test*.txt)
    ! is_ready "$VENV" "${all[@]}" || return 0
    local python
    python=$(find_python)
    echo "setup: preparing $VENV from $python (details in $LOG)"
    mkdir -p "$(dirname "$LOG")" 2>/dev/null || true
    if [ -e "$VENV" ] && [ ! -w "$VENV" ] || [ ! -w "$(dirname "$LOG")" ]; then
        fail "$VENV or build/ belongs to another user (an earlier run with sudo?): sudo chown -R $(id -un) $VENV build dist"
    fi
    if [ "$(readlink -f "$VENV/bin/python" 2>/dev/null)" != "$(readlink -f "$python")" ]; then
        rm -rf "$VENV"
        "$python" -m venv --system-site-packages "$VENV" >"$LOG" 2>&1 ||
            fail "the virtual environment could not be made: is the package python3-venv installed? See $LOG"
    fi
    "$python" -c 'import numpy; print(f"numpy=={numpy.__version__}")' >"$VENV/constraints.txt"
    install "$VENV" "$REQUIREMENTS"
    has_pyqgis "$VENV/bin/python" || fail "PyQGIS does not load in $VENV any more: remove the folder and run again."
    fingerprint "$VENV" "${all[@]}" >"$VENV/ready"
    hand_back
}

# An environment that sees neither the system's packages nor those of .venv.
make_own_venv() {
    local venv=$VENV/$1 requirements=tools/requirements-$1.txt base
    [ -f "$requirements" ] || fail "there is no $requirements"
    ! is_ready "$venv" "$requirements" || return 0
    echo "setup: preparing $venv (details in $LOG)"
    mkdir -p "$(dirname "$LOG")"
    rm -rf "$venv"
    base=$("$VENV/bin/python" -c 'import sys; print(sys._base_executable)')
    "$base" -m venv "$venv" >"$LOG" 2>&1 || fail "the virtual environment $venv could not be made: see $LOG"
    : >"$venv/constraints.txt"
    install "$venv" "$requirements"
    fingerprint "$venv" "$requirements" >"$venv/ready"
    hand_back
}

main() {
    local name
    make_venv
    for name in "$@"; do make_own_venv "$name"; done
}

# Under "sudo make", what is made in somebody's checkout stays theirs.
hand_back() {
    if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] && [ "$(stat -c %u .)" = "$SUDO_UID" ]; then
        chown -R "$SUDO_UID:${SUDO_GID:-}" "$VENV" build
    fi
}

main "$@"
