#!/usr/bin/env bash
# Run the tests of this copy of the repository with one Python; test_matrix.sh calls it in every root.
#
#   tools/matrix_suite.sh PYTHON OUT TESTS…
#
# Writes OUT/versions.json and OUT/junit.xml. Nothing is written in the home or beside the tests.
set -euo pipefail

python=$1 out=$2
shift 2
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p "$out"
export QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 PYTHONNOUSERSITE=1
export HYPOTHESIS_STORAGE_DIRECTORY="$out/../hypothesis"
unset DISPLAY WAYLAND_DISPLAY

"$python" tools/matrix_report.py probe >"$out/versions.json"
# What tests the repository's own tools, not the plugin, runs with `make test`: a root has no git, no Qt tools.
# Profile "ci" of hypothesis: the same examples on every version, and no deadline that a busy machine misses.
exec "$python" -m pytest -q -p no:cacheprovider --hypothesis-profile=ci --continue-on-collection-errors \
    --ignore=tests/tools --ignore=tests/test_benchmarks.py \
    --durations=5 --junitxml="$out/junit.xml" "$@"
