"""Put a built zip through the plugin site's gate, before the site does.

The site refuses any finding of any bandit rule, whatever its severity, any string that looks like a secret,
compiled or executable files, hidden files, and a zip without LICENSE. This gate is a little stricter: a
waiver names its rule and gives its reason.
"""

from __future__ import annotations

import json
import re
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

TOP = "crige_ia_plugin"
MAXIMUM_BYTES = 5_000_000
COMPILED = {
    *(".so", ".pyd", ".dll", ".dylib", ".exe", ".com", ".msi", ".o", ".a", ".lib", ".wasm"),
    *(".pyc", ".pyo", ".jar", ".class", ".whl", ".egg", ".bat", ".cmd", ".ps1", ".sh", ".zip", ".gz", ".7z"),
}
MAGIC = (b"\x7fELF", b"MZ", b"\xfe\xed\xfa\xce", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")
NEVER_WAIVED = {"B102": "exec", "B202": "extractall", "B301": "pickle", "B307": "eval", "B602": "shell=True"}

_WAIVER = re.compile(r"#\s*nosec\b(.*)", re.IGNORECASE)
_REASONED = re.compile(r"\s((?:B\d{3},?\s*)+)[-–—#:]*\s*\S+\s+\S+")


def content_problems(archive: zipfile.ZipFile) -> list[str]:
    """Return what the zip holds that it must not, or lacks."""
    found = []
    names = archive.namelist()
    if len(names) != len(set(names)):
        found.append("a file is there twice")
    found += [f"{name} is missing" for name in (f"{TOP}/LICENSE", f"{TOP}/metadata.txt") if name not in names]
    for entry in archive.infolist():
        found += [f"{entry.filename}: {problem}" for problem in _entry_problems(archive, entry)]
    return found


def _entry_problems(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> list[str]:
    """Return what is wrong with one file of the zip."""
    path = PurePosixPath(entry.filename)
    mode = entry.external_attr >> 16
    checks = {
        f"is not in the one folder {TOP}/": path.parts[:1] != (TOP,) or len(path.parts) < 2,
        "leaves its folder": ".." in path.parts or "\\" in entry.filename,
        "is hidden": any(part.startswith(".") for part in path.parts),
        "is a cache": "__pycache__" in path.parts,
        "is compiled, executable or an archive": path.suffix.lower() in COMPILED,
        "begins like a program": archive.read(entry).startswith(MAGIC),
        "is a link": stat.S_ISLNK(mode),
        "has an executable mode": not stat.S_ISDIR(mode) and bool(mode & 0o111),
    }
    return [problem for problem, is_true in checks.items() if is_true]


def waiver_problems(folder: Path) -> list[str]:
    """Return the waivers that name no rule of bandit, give no reason, or that the site does not grant."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            waiver = _WAIVER.search(line)
            if waiver is None:
                continue
            where = f"{path.relative_to(folder)}:{number}"
            reasoned = _REASONED.match(waiver.group(1))
            if reasoned is None:
                found.append(f"{where}: a waiver is written '# nosec B123 the reason why'")
                continue
            rules = re.findall(r"B\d{3}", reasoned.group(1))
            found += [f"{where}: {NEVER_WAIVED[rule]} cannot be waived" for rule in rules if rule in NEVER_WAIVED]
    return found


def bandit_problems(folder: Path) -> list[str]:
    """Return every finding of every bandit rule."""
    command = [sys.executable, "-m", "bandit", "--recursive", "--quiet", "--format", "json", "."]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1) or not run.stdout.strip():
        return [f"bandit did not run: {run.stderr.strip()}"]
    report = json.loads(run.stdout)
    found = [
        f"{item['filename']}:{item['line_number']}: {item['test_id']} {item['issue_text']}"
        for item in report["results"]
    ]
    return found + [f"{item['filename']}: bandit cannot read it: {item['reason']}" for item in report["errors"]]


def secret_problems(folder: Path) -> list[str]:
    """Return every string that looks like a secret; detect-secrets itself never fails."""
    command = [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "--no-verify", "."]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode != 0 or not run.stdout.strip():
        return [f"detect-secrets did not run: {run.stderr.strip()}"]
    results = json.loads(run.stdout)["results"]
    return [
        f"{name}:{item['line_number']}: looks like a secret ({item['type']})"
        for name, items in results.items()
        for item in items
    ]


def audit(path: Path) -> list[str]:
    """Return everything that the plugin site would refuse in a zip."""
    found = []
    if path.stat().st_size > MAXIMUM_BYTES:
        found.append(f"{path.stat().st_size} bytes, more than {MAXIMUM_BYTES}")
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory(prefix="crige-ia-audit-") as name:
        found += content_problems(archive)
        if found:
            return found  # not to be unpacked
        folder = Path(name)
        archive.extractall(folder)
        for check in (waiver_problems, bandit_problems, secret_problems):
            found += check(folder)
    return found


def main() -> int:
    """Audit the zip named on the command line; 1 if anything would be refused."""
    path = Path(sys.argv[1])
    found = audit(path)
    for problem in found:
        print(f"audit: {problem}", file=sys.stderr)
    if not found:
        print(f"audit: {path}: bandit (every rule), detect-secrets, contents and size: nothing to say")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
