"""Count the rows of a table by value: a shared script to start from.

It runs alone, ``python3 new_script.py --table sample.csv --column nature --counts counts.csv``, and in QGIS's toolbox.
"""

# /// script
# requires-python = ">=3.9"
# dependencies = []
#
# [tool.iageo]
# format = 1
# id = "new_script"
# version = "0.1.0"
# title = {fr = "Compter par valeur", en = "Count by value"}
# help = {fr = "Compte les lignes d'un tableau selon la valeur d'une colonne.", en = "Counts rows by a column's value."}
# group = "tables"
# publisher = "Mon organisme"
# license = "etalab-2.0"
#
# [[tool.iageo.parameters]]
# name = "table"
# type = "file"
# extension = "csv"
# title = {fr = "Tableau (CSV)", en = "Table (CSV)"}
#
# [[tool.iageo.parameters]]
# name = "column"
# type = "text"
# title = {fr = "Colonne", en = "Column"}
#
# [[tool.iageo.parameters]]
# name = "least"
# type = "integer"
# title = {fr = "Effectif minimal", en = "Least count"}
# help = {fr = "Les valeurs plus rares sont laissées de côté.", en = "Rarer values are left out."}
# default = 1
# min = 1
#
# [[tool.iageo.parameters]]
# name = "counts"
# type = "file-out"
# extension = "csv"
# title = {fr = "Effectifs", en = "Counts"}
#
# [tool.iageo.sample]
# table = "sample.csv"
# column = "nature"
# ///

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from pathlib import Path


def say(**event: object) -> None:
    """Tell QGIS something: progress=0.5, message="…", warning="…", result={…} or error="…"."""
    sys.stdout.write(json.dumps(event) + "\n")
    sys.stdout.flush()


def count(rows: list[dict[str, str]], column: str, least: int) -> list[tuple[str, int]]:
    """Count rows by value, the most frequent first."""
    found = Counter(row[column] for row in rows)
    return [(value, number) for value, number in found.most_common() if number >= least]


def main() -> int:
    """Read the table, count, write the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True)
    parser.add_argument("--column", required=True)
    parser.add_argument("--least", type=int, default=1)
    parser.add_argument("--counts", required=True)
    options = parser.parse_args()

    with Path(options.table).open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    if not rows or options.column not in rows[0]:
        say(error=f"Le tableau n'a pas de colonne « {options.column} ».")
        return 1
    say(progress=0.5, message=f"{len(rows)} lignes lues")

    counts = count(rows, options.column, options.least)
    with Path(options.counts).open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([(options.column, "effectif"), *counts])
    say(progress=1.0, result={"rows": len(rows), "values": len(counts)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
