#!/usr/bin/env bash
# Run the whole test suite of the staged plugin on every QGIS that Debian offers, each in a Debian of its own.
#
#   tools/test_matrix.sh                  all of them
#   tools/test_matrix.sh 3.44 python3.9   these only
#
#   3.22        Debian 12: this machine itself where it is one (then with .venv), otherwise a root
#   3.40        Debian 12 with its backports
#   3.44        Debian forky, which moves: the table tells the version found
#   python3.9   Debian 11, without QGIS: the tests of the pure rooms
#
# The roots are kept under ${XDG_CACHE_HOME:-~/.cache}/crige_ia_plugin/matrix and made anew when their packages change.
#   MATRIX_OPTIONAL=1   a root that cannot be made is left out instead of being an error
#   MATRIX_REFRESH=1    make the roots anew (forky has moved)
#   MATRIX_JOBS=1       one suite at a time (otherwise two, on two cores or more)
#   MATRIX_TIMEOUT=1800 seconds a suite may take
#   MATRIX_PYTEST="-k routes"  more options for pytest
#   MIRROR=URL          Debian mirror (otherwise the one of this machine's apt)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

STAGED=build/crige_ia_plugin
LOGS=build/matrix
DATA=${CRIGE_IA_TEST_DATA:-../shared/data}
MATRIX_HOME=${XDG_CACHE_HOME:-$HOME/.cache}/crige_ia_plugin/matrix
MATRIX_TIMEOUT=${MATRIX_TIMEOUT:-1800}
PURE_TESTS="tests/engine tests/runsheet tests/catalogue tests/runtime tests/authoring"
run= # this run's folder: settings, the copy that is tested, one working folder a suite

fail() {
    printf 'matrix: %s\n' "$@" >&2
    exit 1
}

as_root() {
    local name
    local -a environment=("MATRIX_HOME=$MATRIX_HOME")
    for name in MATRIX_REFRESH http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!name:-}" ] || environment+=("$name=${!name}")
    done
    if [ "$(id -u)" -eq 0 ]; then
        exec env "${environment[@]}" bash "$run/snapshot/tools/matrix_root.sh" "$@"
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        exec sudo env "${environment[@]}" bash "$run/snapshot/tools/matrix_root.sh" "$@"
    fi
    fail "making another Debian's root needs root or sudo, and neither is to be had here." \
        "Run it with sudo, or leave the other versions out: MATRIX_OPTIONAL=1 make test-matrix"
}

# ---- how this machine reaches its registries, for the roots --------------------------------------------------

write_settings() {
    mkdir "$1"
    machine_mirror >"$1/mirror"
    # Proxies, certificates and the age a mirror's index may have, as this machine's apt is told. Signatures are not
    # among them: they are always verified.
    { apt-config dump 2>/dev/null || true; } | grep -E '^Acquire::(https?::|Check-)' >"$1/apt.conf" || true
    machine_pip >"$1/pip.conf"
    local bundle=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}
    [ ! -f "$bundle" ] || cp "$bundle" "$1/ca.pem"
}

machine_mirror() {
    local mirror=${MIRROR:-}
    # shellcheck disable=SC2016  # apt fills $(REPO_URI) in
    if [ -z "$mirror" ]; then # Ubuntu's archive has another name: then Debian's own
        mirror=$({ apt-get indextargets --format '$(REPO_URI)' 2>/dev/null || true; } |
            grep -E '^https?://.*/debian/?$' | head -n 1 || true)
    fi
    echo "${mirror:-http://deb.debian.org/debian}"
}

# pip's settings less what lies on this machine's disk, which a root does not see.
machine_pip() {
    local key value word kept
    echo "[global]"
    python3 -m pip config list 2>/dev/null | sed -nE "s/^(global|:env:)\.([a-z-]+)='(.+)'\$/\2 \3/p" |
        while read -r key value; do
            kept=
            case "$key" in
            index-url | extra-index-url | proxy | trusted-host)
                for word in $value; do
                    case "$word" in /* | file:*) ;; *) kept="$kept $word" ;; esac
                done
                ;;
            timeout | default-timeout) kept=" $value" key=timeout ;;
            esac
            [ -z "$kept" ] || echo "$key =$kept"
        done | sort -u -k 1,1
    echo "disable-pip-version-check = true"
    echo "cert = /etc/ssl/certs/ca-certificates.crt"
}

# ---- suites ----------------------------------------------------------------------------------------------------

# This machine serves for QGIS 3.22 when it is a Debian 12.
is_this_machine() {
    [ "$1" = 3.22 ] && grep -qs '^VERSION_CODENAME=bookworm$' /etc/os-release &&
        /usr/bin/python3 -c 'import qgis.core' 2>/dev/null
}

# Copy what is tested, once: the same files for every suite, whatever is being edited meanwhile.
write_snapshot() {
    mkdir -p "$1/build"
    tar -c --exclude='./.*' --exclude=./build --exclude=./dist --exclude=__pycache__ . | tar -x -C "$1"
    cp -r "$STAGED" "$1/build/"
    [ ! -d build/i18n ] || cp -r build/i18n "$1/build/" # pytest brings the staged plugin up to date from there
}

# Print what pytest is given for a suite, one word a line.
tests_of() {
    if [ "$1" != python3.9 ]; then echo tests && return; fi
    local room
    for room in $PURE_TESTS; do
        if [ -n "$(find "$room" -name 'test_*.py' -print -quit 2>/dev/null)" ]; then echo "$room"; fi
    done
}

# Make ready what a suite runs in. Returns 1 when that cannot be had.
prepare() {
    if is_this_machine "$1"; then
        bash tools/setup_python.sh servers scripts
    else
        (as_root make "$1" "$run/settings")
    fi
}

run_suite() {
    local name=$1 folder=$run/$1 data=-
    local -a words options
    mapfile -t words < <(tests_of "$name")
    [ ${#words[@]} -gt 0 ] || fail "no test is there for $name"
    read -ra options <<<"${MATRIX_PYTEST:-}"
    words+=("${options[@]}")
    mkdir "$folder"
    cp -r "$run/snapshot" "$folder/src"
    [ ! -d "$DATA" ] || data=$(readlink -e "$DATA")
    if is_this_machine "$name"; then
        mkdir "$folder/home" "$folder/tmp"
        [ "$data" = - ] || export CRIGE_IA_TEST_DATA=$data
        export CRIGE_IA_TEST_SERVERS=$PWD/.venv/servers CRIGE_IA_TEST_SCRIPTS=$PWD/.venv/scripts
        HOME=$folder/home TMPDIR=$folder/tmp exec timeout --kill-after=30 "$MATRIX_TIMEOUT" \
            bash "$folder/src/tools/matrix_suite.sh" "$PWD/.venv/bin/python" "$folder/out" "${words[@]}"
    fi
    as_root run "$name" "$folder" "$data" \
        env CRIGE_IA_TEST_DATA=/data CRIGE_IA_TEST_SCRIPTS=/opt/scripts timeout --kill-after=30 "$MATRIX_TIMEOUT" \
        bash /work/src/tools/matrix_suite.sh /opt/venv/bin/python /work/out "${words[@]}"
}

# Keep a suite's log and results where a person finds them, and show the log.
show_suite() {
    local name=$1 status=$2 seconds=$3
    mkdir -p "$LOGS/$name"
    cp "$run/$name.log" "$LOGS/$name/log.txt"
    cp "$run/$name/out/"* "$LOGS/$name/" 2>/dev/null || true
    printf '%s %s\n' "$status" "$seconds" >"$LOGS/$name/status"
    printf '\n==== %s ====\n' "$name"
    cat "$run/$name.log"
    [ "$status" -ne 124 ] || echo "matrix: stopped after $MATRIX_TIMEOUT s (MATRIX_TIMEOUT)"
}

# Run the suites, some at a time, and show each when it ends.
run_suites() {
    local jobs=${MATRIX_JOBS:-$(($(nproc) > 1 ? 2 : 1))} name pid status
    local -A name_of=() started=()
    local -a waiting=("$@")
    while [ ${#waiting[@]} -gt 0 ] || [ ${#name_of[@]} -gt 0 ]; do
        while [ ${#waiting[@]} -gt 0 ] && [ ${#name_of[@]} -lt "$jobs" ]; do
            name=${waiting[0]}
            waiting=("${waiting[@]:1}")
            echo "matrix: testing on $name"
            (run_suite "$name") >"$run/$name.log" 2>&1 </dev/null &
            name_of[$!]=$name started[$!]=$SECONDS
        done
        status=0
        wait -n -p pid "${!name_of[@]}" || status=$?
        show_suite "${name_of[$pid]}" "$status" $((SECONDS - started[$pid]))
        unset "name_of[$pid]"
    done
}

clean_up() {
    local -a suites
    mapfile -t suites < <(jobs -p)
    if [ ${#suites[@]} -gt 0 ]; then # interrupted
        kill -TERM "${suites[@]}" 2>/dev/null && sleep 2
        kill -KILL "${suites[@]}" 2>/dev/null || true # unshare takes its namespace along
        wait
    fi
    [ -n "$run" ] || return 0
    # Root's when a root was entered, otherwise one's own.
    (as_root remove "$run") 2>/dev/null || MATRIX_HOME=$MATRIX_HOME bash -c '. tools/matrix_root.sh; safe_remove "$0"' "$run"
}

main() {
    local name
    local -a names=("$@") ready=()
    [ ${#names[@]} -gt 0 ] || names=(3.22 3.40 3.44 python3.9)
    for name in "${names[@]}"; do
        case "$name" in 3.22 | 3.40 | 3.44 | python3.9) ;; *) fail "$name is none of 3.22, 3.40, 3.44 and python3.9" ;; esac
    done
    [ -f "$STAGED/metadata.txt" ] || fail "the plugin is not staged in $STAGED: run make package first"

    mkdir -p "$MATRIX_HOME/runs" || fail "cannot write in $MATRIX_HOME: set XDG_CACHE_HOME to another folder"
    MATRIX_HOME=$(readlink -e "$MATRIX_HOME")
    run=$(mktemp -d "$MATRIX_HOME/runs/XXXXXX")
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    write_settings "$run/settings"
    write_snapshot "$run/snapshot"

    for name in "${names[@]}"; do
        rm -rf "${LOGS:?}/$name"
        mkdir -p "$LOGS/$name"
        if prepare "$name"; then ready+=("$name"); else echo absent >"$LOGS/$name/status"; fi
    done
    [ ${#ready[@]} -eq 0 ] || run_suites "${ready[@]}"
    python3 tools/matrix_report.py table "$LOGS" "${names[@]}"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    main "$@"
    exit # not one line more is read: this file may have been edited meanwhile
fi
