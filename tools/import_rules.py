"""Run import-linter on the rules of ``pyproject.toml``, less the rooms of the plan that are not built yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

try:
    import tomllib
except ImportError:  # Python 3.10 or older
    import tomli as tomllib

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = "crige_ia_plugin"
RULES = REPOSITORY / "build" / "import_rules.toml"


def exists(module: str, root: Path = REPOSITORY) -> bool:
    """Say whether a module is there; one of another package always counts as there."""
    if module.split(".")[0] != PACKAGE:
        return True
    path = root.joinpath(*module.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def keep_existing(contract: dict[str, object], root: Path = REPOSITORY) -> dict[str, object] | None:
    """Return a contract less its missing modules, None when nothing is left to watch."""
    kept = dict(contract)
    for key in ("source_modules", "forbidden_modules"):
        modules = contract.get(key)
        if isinstance(modules, list):
            kept[key] = [module for module in modules if exists(module, root)]
            if not kept[key]:
                return None
    return kept


def to_toml(options: dict[str, object]) -> str:
    """Write import-linter's options as TOML; JSON's strings, lists and booleans are TOML's."""
    contracts = options.pop("contracts")
    lines = ["[tool.importlinter]"]
    lines += [f"{key} = {json.dumps(value)}" for key, value in options.items()]
    for contract in contracts:
        lines.append("[[tool.importlinter.contracts]]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in contract.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the rules that apply today and let import-linter judge."""
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        options = tomllib.load(file)["tool"]["importlinter"]
    contracts = [keep_existing(contract) for contract in options["contracts"]]
    options["contracts"] = [contract for contract in contracts if contract is not None]
    RULES.parent.mkdir(exist_ok=True)
    RULES.write_text(to_toml(options), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--config", str(RULES), "--no-logo"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    run = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        print(run.stdout + run.stderr, file=sys.stderr)
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
