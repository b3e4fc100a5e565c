#!/usr/bin/env bash
# One other Debian in a folder: make it, run a command in it, remove it. Needs to be root; used by test_matrix.sh.
#
#   tools/matrix_root.sh make NAME SETTINGS       make or update the root NAME (nothing to do: a tenth of a second)
#   tools/matrix_root.sh run NAME FOLDER DATA …   run a command in it, FOLDER being /work there, DATA (or -) /data
#   tools/matrix_root.sh remove FOLDER            remove a folder under $MATRIX_HOME
#
# What is mounted is mounted in a private namespace and is gone with its last process: the machine never sees it.
# SETTINGS holds how this machine reaches Debian and PyPI: mirror, apt.conf, pip.conf, ca.pem (see test_matrix.sh).
set -euo pipefail

RECIPE=1 # raise it when the way a root is made changes: kept roots are then made anew
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt
TOOLS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TESTER=1000 # the suites run as an ordinary user: root would write into read-only folders
PATH=$PATH:/usr/sbin:/sbin # where Debian keeps debootstrap, and where an ordinary PATH does not look

QGIS_PACKAGES="ca-certificates fonts-dejavu-core gdal-bin locales minisign python3-qgis python3-venv qgis xauth xdotool xvfb"
PURE_PACKAGES="ca-certificates python3-numpy python3-venv"

fail() {
    printf 'matrix: %s\n' "$@" >&2
    exit 1
}

# Set suite, target (the release apt prefers), packages and requirements of a root; those of the shared scripts, which
# have an environment of their own, where they are tested.
read_recipe() {
    packages=$QGIS_PACKAGES requirements=requirements-test-qgis.txt scripts=requirements-scripts.txt
    case "$1" in
    3.22) suite=bookworm target=bookworm ;;
    3.40) suite=bookworm target=bookworm-backports ;;
    3.44) suite=forky target=forky ;;
    python3.9) suite=bullseye target=bullseye packages=$PURE_PACKAGES requirements=requirements-test.txt scripts= ;;
    *) fail "no root is named $1: choose among 3.22, 3.40, 3.44 and python3.9" ;;
    esac
}

# Remove a folder under $MATRIX_HOME, unless something is mounted in it: an rm that crosses a bound /dev or a bound
# repository takes them with it.
safe_remove() {
    local path=$1 home mounts target
    home=$(readlink -e -- "${MATRIX_HOME:-}") || { echo "matrix: MATRIX_HOME is no folder: nothing is removed" >&2 && return 1; }
    case "$path" in
    /*) ;;
    *) echo "matrix: not an absolute path, so it is not removed: '$path'" >&2 && return 1 ;;
    esac
    [ -L "$path" ] || [ -e "$path" ] || return 0
    if [ -L "$path" ] || [ "$(readlink -e -- "$path")" != "$path" ] || [ "${path#"$home"/}" = "$path" ]; then
        echo "matrix: not a folder under $home, so it is not removed: $path" >&2
        return 1
    fi
    if ! mounts=$(findmnt --raw --noheadings --output TARGET) || [ -z "$mounts" ]; then
        echo "matrix: findmnt cannot tell what is mounted, so this is not removed: $path" >&2
        return 1
    fi
    while IFS= read -r target; do
        target=$(printf '%b.' "$target") && target=${target%.} # findmnt writes a space as \x20
        if [ "$target" = "$path" ] || [ "${target#"$path"/}" != "$target" ]; then
            echo "matrix: $target is mounted, so this is not removed: $path (end what uses it, umount it, try again)" >&2
            return 1
        fi
    done <<<"$mounts"
    rm -rf --one-file-system -- "$path"
}

# Mount what programs expect in a root. Only ever called in a private namespace.
mount_system() {
    local root=$1 node
    if [ -z "${MATRIX_OUTSIDE:-}" ] || [ "$(mount_namespace)" = "$MATRIX_OUTSIDE" ]; then
        fail "refusing to mount anything outside a private namespace"
    fi
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro,nosuid,nodev,noexec sysfs "$root/sys"
    mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev" # a /dev of its own, never the machine's
    for node in null:3 zero:5 full:7 random:8 urandom:9; do
        mknod -m 666 "$root/dev/${node%:*}" c 1 "${node#*:}"
    done
    mknod -m 666 "$root/dev/tty" c 5 0
    ln -s /proc/self/fd "$root/dev/fd"
    for node in stdin:0 stdout:1 stderr:2; do ln -s "/proc/self/fd/${node#*:}" "$root/dev/${node%:*}"; done
    mkdir -m 1777 "$root/dev/shm"
}

mount_namespace() { readlink /proc/self/ns/mnt; }

in_private_namespace() {
    MATRIX_OUTSIDE=$(mount_namespace)
    export MATRIX_OUTSIDE
    exec unshare --mount --propagation private --pid --fork --kill-child -- bash "$TOOLS/matrix_root.sh" "$@"
}

# The environment of every command in a root: this machine's proxies, nothing else of it.
in_root() {
    local root=$1 name
    shift
    local -a environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        [ -z "${!name:-}" ] || environment+=("$name=${!name}")
    done
    env -i "${environment[@]}" chroot "$root" "$@"
}

# ---- make ------------------------------------------------------------------------------------------------------

system_stamp() { printf '%s\n' "$RECIPE" "$suite" "$target" "$packages"; }

python_stamp() { (cd "$TOOLS" && cat requirements-test.txt "$requirements" $scripts); }

has_stamp() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

make_root() {
    local name=$1 settings=$2 root=$MATRIX_HOME/$1 partial=$MATRIX_HOME/$1.partial log=$MATRIX_HOME/$1.log
    read_recipe "$name"
    if [ -n "${MATRIX_REFRESH:-}" ] || ! has_stamp "$root/matrix.system" "$(system_stamp)"; then
        echo "matrix: making the root $name from Debian $target (some minutes, details in $log)"
        : >"$log"
        safe_remove "$partial"
        mkdir "$partial"
        (in_private_namespace build-system "$name" "$settings") >>"$log" 2>&1 || explain "$name" "$log"
        (in_private_namespace build-python "$name" "$settings" "$partial") >>"$log" 2>&1 || explain "$name" "$log"
        safe_remove "$root"
        mv -T -- "$partial" "$root"
        echo "matrix: the root $name was made in $SECONDS s"
    elif ! has_stamp "$root/matrix.python" "$(python_stamp)"; then
        echo "matrix: updating the Python packages of the root $name (details in $log)"
        (in_private_namespace build-python "$name" "$settings" "$root") >>"$log" 2>&1 || explain "$name" "$log"
    fi
}

explain() {
    local name=$1 log=$2 reason="see $2"
    tail -n 8 "$log" >&2
    safe_remove "$MATRIX_HOME/$name.partial" || true
    if grep -qE 'unshare.*(not permitted|denied)' "$log"; then
        reason="this machine does not let root make a mount namespace (a container without the right SYS_ADMIN?)"
    elif grep -qiE 'signed by unknown key|Invalid Release signature|NO_PUBKEY' "$log"; then
        reason="the archive's signature is not known to $KEYRING: a newer debian-archive-keyring is needed"
    elif grep -qiE 'noexec or nodev' "$log"; then
        reason="$MATRIX_HOME lies on a file system mounted noexec or nodev: set XDG_CACHE_HOME to another folder"
    elif grep -qiE 'No space left' "$log"; then
        reason="the disk is full: a root takes about 3 GB"
    elif grep -qiE "Couldn't download|Unable to fetch|Failed to fetch|Could not resolve|Failed getting release|ConnectionError|No matching distribution" "$log"; then
        reason="a package could not be fetched: check the network, the proxy (http_proxy) and the mirror (MIRROR=…)"
    fi
    fail "the root $name could not be made: $reason"
}

build_system() {
    local name=$1 settings=$2 root=$MATRIX_HOME/$1.partial mirror
    read_recipe "$name"
    mirror=$(cat "$settings/mirror")
    # Every suite of today is made by the same script, and an older debootstrap does not know the newest names. An
    # unsigned archive is an error.
    debootstrap --variant=minbase --force-check-gpg --keyring="$KEYRING" "$suite" "$root" "$mirror" /usr/share/debootstrap/scripts/sid

    printf 'deb %s %s main\n' "$mirror" "$suite" >"$root/etc/apt/sources.list"
    [ "$target" = "$suite" ] || printf 'deb %s %s main\n' "$mirror" "$target" >>"$root/etc/apt/sources.list"
    cp "$settings/apt.conf" "$root/etc/apt/apt.conf.d/90machine"
    printf 'APT::Install-Recommends "false";\nAcquire::Languages "none";\nAcquire::Retries "3";\n' >"$root/etc/apt/apt.conf.d/91matrix"
    printf 'force-unsafe-io\npath-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n' >"$root/etc/dpkg/dpkg.cfg.d/matrix"
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" # no package starts a service
    chmod 755 "$root/usr/sbin/policy-rc.d"
    write_machine_settings "$root" "$settings"
    mount_system "$root"
    in_root "$root" apt-get update -q
    # shellcheck disable=SC2086  # one word a package
    in_root "$root" apt-get install -qq -y -t "$target" $packages
    in_root "$root" apt-get clean
    if [ -x "$root/usr/bin/localedef" ] && [ -f "$root/usr/share/i18n/locales/fr_FR" ]; then
        in_root "$root" localedef -i fr_FR -f UTF-8 fr_FR.UTF-8
    fi
    in_root "$root" useradd --uid "$TESTER" --create-home tester
    mkdir -p "$root/work" "$root/data"
    system_stamp >"$root/matrix.system"
}

# How this machine reaches its registries; the root's own files where it has none of it.
write_machine_settings() {
    local root=$1 settings=$2
    rm -f "$root/etc/resolv.conf"
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    cp "$settings/pip.conf" "$root/etc/pip.conf"
    [ ! -f "$settings/ca.pem" ] || install -D -m 644 "$settings/ca.pem" "$root$CA_BUNDLE"
}

build_python() {
    local name=$1 settings=$2 root=$3
    read_recipe "$name"
    rm -f "$root/matrix.python" # an update that is cut short is done again
    write_machine_settings "$root" "$settings"
    mount_system "$root"
    rm -rf --one-file-system -- "$root/opt/venv"
    in_root "$root" /usr/bin/python3 -m venv --system-site-packages /opt/venv
    in_root "$root" /usr/bin/python3 -c 'import numpy; print("numpy==" + numpy.__version__)' >"$root/opt/constraints.txt"
    mkdir -p "$root/opt/requirements"
    cp "$TOOLS"/requirements-test*.txt "$root/opt/requirements/"
    in_root "$root" /opt/venv/bin/python -m pip install -q --no-cache-dir --upgrade pip # Debian 11's is too old for today's wheels
    in_root "$root" /opt/venv/bin/python -m pip install -q --no-cache-dir --prefer-binary \
        --constraint /opt/constraints.txt --requirement "/opt/requirements/$requirements"
    rm -rf --one-file-system -- "$root/opt/scripts"
    if [ -n "$scripts" ]; then
        cp "$TOOLS/$scripts" "$root/opt/requirements/"
        in_root "$root" /usr/bin/python3 -m venv /opt/scripts
        in_root "$root" /opt/scripts/bin/python -m pip install -q --no-cache-dir --only-binary :all: \
            --requirement "/opt/requirements/$scripts"
        touch "$root/opt/scripts/ready"
    fi
    python_stamp >"$root/matrix.python"
}

# ---- run -------------------------------------------------------------------------------------------------------

# Run a command as an ordinary user. The root is read-only; /work and /tmp are FOLDER's, /data is read-only.
run_in_root() {
    local name=$1 folder=$2 data=$3 root=$MATRIX_HOME/$1
    shift 3
    mkdir -p "$folder/tmp" "$folder/home" "$folder/runtime"
    chmod 1777 "$folder/tmp"
    chmod 700 "$folder/runtime"
    chown -R "$TESTER:$TESTER" "$folder"
    mount --bind "$root" "$root"
    mount_system "$root"
    mount --bind "$folder" "$root/work"
    mount --bind "$folder/tmp" "$root/tmp"
    if [ "$data" != - ]; then
        mount --bind "$data" "$root/data"
        mount -o remount,bind,ro "$root/data"
    fi
    mount --bind "$(readlink -f /etc/resolv.conf)" "$root/etc/resolv.conf"
    mount -o remount,bind,ro "$root"
    in_root "$root" setpriv --reuid="$TESTER" --regid="$TESTER" --clear-groups \
        env USER=tester LOGNAME=tester HOME=/work/home XDG_RUNTIME_DIR=/work/runtime SSL_CERT_FILE="$CA_BUNDLE" "$@"
}

# ---- door ------------------------------------------------------------------------------------------------------

check_machine() {
    local program
    for program in debootstrap:debootstrap unshare:util-linux findmnt:util-linux setpriv:util-linux flock:util-linux; do
        command -v "${program%:*}" >/dev/null || fail "the program ${program%:*} is missing: install the package ${program#*:}"
    done
    [ -f "$KEYRING" ] || fail "the keys of Debian's archive are missing: install the package debian-archive-keyring"
}

main() {
    local action=${1:-help}
    shift || true
    [ "$(id -u)" -eq 0 ] || fail "only root can make and enter another Debian's root: run with sudo"
    [ -d "${MATRIX_HOME:-}" ] || fail "MATRIX_HOME is not set to a folder"
    MATRIX_HOME=$(readlink -e "$MATRIX_HOME")
    export MATRIX_HOME
    umask 022
    case "$action" in
    make)
        check_machine
        exec 9>"$MATRIX_HOME/$1.lock"
        flock 9 # two runs at once: the second waits, then finds the root ready
        make_root "$@"
        ;;
    run)
        exec 9>"$MATRIX_HOME/$1.lock"
        flock --shared 9 # kept by what runs inside: nobody replaces the root under it
        [ -f "$MATRIX_HOME/$1/matrix.python" ] || fail "the root $1 is not made yet"
        in_private_namespace enter "$@"
        ;;
    remove) safe_remove "$1" ;;
    build-system) build_system "$@" ;;
    build-python) build_python "$@" ;;
    enter) run_in_root "$@" ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" && exit 2 ;;
    esac
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    main "$@"
    exit # not one line more is read: this file may have been edited meanwhile
fi
