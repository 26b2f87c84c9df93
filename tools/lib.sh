# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the commands in tools/ share. To be sourced; goes to the project's root, which is then $PWD.

set -euo pipefail
export called_from=$PWD # the folder that relative names among the arguments are meant from
unset CDPATH
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

fail()
{
    say "$(basename "$0"): $*"
    exit 2
}

# packages_of GROUP...: the names in tools/packages that belong to these groups.
packages_of()
{
    local wanted=" $* " group name _
    while read -r group name _; do
        case "$group" in '' | '#'*) continue ;; esac
        if [[ "$wanted" == *" $group "* ]]; then
            printf '%s\n' "$name"
        fi
    done <tools/packages
}

# on_debian: true on Debian 12 or later, for which tools/packages is written.
on_debian()
{
    [[ -r /etc/os-release ]] && command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 1
    local id version
    id=$(sed -n 's/^ID=//p' /etc/os-release | tr -d '"')
    version=$(sed -n 's/^VERSION_ID=//p' /etc/os-release | tr -d '"')
    # Testing and unstable have no version.
    [[ "$id" == debian ]] && [[ -z "$version" || "${version%%.*}" -ge 12 ]]
}

# as_root COMMAND...: by sudo when we are not root.
as_root()
{
    if [[ "$(id -u)" == 0 ]]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        fail "packages are missing, and installing them takes root or sudo: $*"
    fi
}

apt_install()
{
    as_root apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@" >&2
}

apt_update()
{
    as_root apt-get update -q -o DPkg::Lock::Timeout=300 >&2
}

# install_quietly PACKAGE...: installs, with fresh package lists when there are none or they are outdated. Debian starts
# a service as soon as it is installed; those that are here for the tests, which start their own, are neither started nor enabled.
install_quietly()
{
    local policy=/usr/sbin/policy-rc.d policy_is_ours=no status=0 name
    local services=()
    for name in nginx tinyproxy nats-server mosquitto rabbitmq-server prometheus prometheus-alertmanager victoria-metrics; do
        [[ " $* " != *" $name "* ]] || services+=("$name")
    done
    if [[ ${#services[@]} -gt 0 && ! -e "$policy" ]]; then
        policy_is_ours=yes
        printf '%s\n' '#!/bin/sh' "case \"\$1\" in nginx | tinyproxy | nats-server | mosquitto | rabbitmq-server | epmd | prometheus | prometheus-alertmanager | victoria-metrics) exit 101 ;; esac" | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
    if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        apt_update || status=$?
    fi
    if ! apt_install "$@"; then
        status=0
        { apt_update && apt_install "$@"; } || status=$?
    fi
    if [[ "$policy_is_ours" == yes ]]; then
        as_root rm -f "$policy"
        if [[ -d /run/systemd/system ]]; then
            as_root systemctl --quiet disable "${services[@]/%/.service}" || true
        fi
    fi
    [[ "$status" == 0 ]] || fail "apt-get could not install: $*"
}

# need GROUP...: installs what is missing of these groups, or says what to install and stops.
need()
{
    [[ -z "${PONGWATCH_SKIP_INSTALL:-}" ]] || return 0
    local wanted installed missing
    mapfile -t wanted < <(packages_of "$@")
    if ! on_debian; then
        say "$(basename "$0"): installs packages by itself on Debian 12 or later only. Install what corresponds to these" \
            "Debian packages, then run PONGWATCH_SKIP_INSTALL=1 tools/$(basename "$0"):"
        printf '    %s\n' "${wanted[@]}" >&2
        exit 2
    fi
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
    mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
        <(sed -n 's/^installed //p' <<<"$installed" | sort -u))
    if [[ ${#missing[@]} -gt 0 ]]; then
        say "Installing: ${missing[*]}"
        install_quietly "${missing[@]}"
    fi
}

# need_node_modules: installs what tests/support/npm names into build/npm, in exactly these versions.
need_node_modules()
{
    [[ -z "${PONGWATCH_SKIP_INSTALL:-}" ]] || return 0
    if cmp -s tests/support/npm/package-lock.json build/npm/package-lock.json && [[ -d build/npm/node_modules ]]; then
        return 0
    fi
    command -v npm >/dev/null || install_quietly npm
    mkdir -p build/npm
    rm -f build/npm/package-lock.json
    cp tests/support/npm/package.json build/npm/
    cp tests/support/npm/package-lock.json build/npm/package-lock.json
    if ! npm ci --prefix build/npm --no-audit --no-fund >&2; then
        rm -f build/npm/package-lock.json
        fail "npm could not install what tests/support/npm names"
    fi
}

# build PRESET [TARGET...]: configures when that has not been done, then builds what is out of date.
build()
{
    local preset=$1
    shift
    if [[ ! -e "build/$preset/build.ninja" ]]; then
        cmake --preset "$preset" >&2
    fi
    cmake --build "build/$preset" ${1:+--target "$@"} >&2
}

# our_files PATTERN...: the project's own files with such names, one a line.
our_files()
{
    local pattern arguments=()
    for pattern in "$@"; do
        arguments+=(-o -name "$pattern")
    done
    find . \( -path ./build -o -path ./.git -o -path ./.cache \) -prune -o -type f \( "${arguments[@]:1}" \) -print | sort
}

# our_scripts: the project's own shell scripts.
our_scripts()
{
    find tools .ci cmake tests debian packaging -type f -not -name '*.cpp' -not -name '*.h' -exec grep -lIE '^#!.*\b(ba)?sh$|shellcheck shell=' {} + | sort
}
