#!/usr/bin/env bash
# Pin what the shared scripts ask for: resources/scripts/<name>.lock.txt, versions and digests for every system and
# every Python from 3.9 on, without an address, and how many bytes this computer would download: what the question of
# consent says where uv is not there to be asked. UV=/path/to/uv says which uv.
set -euo pipefail
cd "$(dirname "$0")/../resources/scripts"
UV=$(command -v "${UV:-uv}")

size_of() {
    PYTHONPATH=../.. python3 - "$1" "$UV" <<'PYTHON'
import sys, tempfile
from crige_ia_plugin.runtime import environment, script

name, uv = sys.argv[1:]
settings = environment.Settings(uv=uv, isolated=True, cache=tempfile.mkdtemp())
print(environment.plan(script.read(f"{name}.py"), settings).size or 0)
PYTHON
}

for script in ./*.py; do
    name=$(basename "$script" .py)
    {
        echo "# Versions with which $name.py was tried, made by tools/lock_scripts.sh."
        "$UV" pip compile --quiet --universal --python-version 3.9 --generate-hashes \
            --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$script"
    } >"$name.lock.txt"
    sed -i "1a # size: $(size_of "$name")" "$name.lock.txt"
    echo "$name.lock.txt: $(grep -c '==' "$name.lock.txt") packages"
done
