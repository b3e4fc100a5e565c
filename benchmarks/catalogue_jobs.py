"""The catalogue's jobs: make records, index them, type in the search line; ours, plain FTS5, and a list that is read.

``catalogue_jobs.py JOB STAGED RECORDS FOLDER OUTPUT``. A job that types gives as its seconds one keystroke: text to
results, all facet counts and the first fifty lines of the list.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

from harness import SECONDS_FILE

PHRASES = (
    "stationnement des communes",
    "passage piéton",
    "qualité de l air",
    "liste des établissements scolaires",
    "données",
    "budget primitif 2018",
    "arbres",
    "réseau routier départemental",
    "plan local d urbanisme",
    "zones inondables",
    "houpier",
    "écoles maternelles",
    "transport public",
    "c++ (",
    "de la",
    "2017",
)
FACETS = ("theme", "subject", "profession", "level", "usage", "format", "kind", "publisher")
FIRST = 50


def keystrokes() -> list[str]:
    """Every beginning of every phrase, as they are typed."""
    return [phrase[:end] for phrase in PHRASES for end in range(1, len(phrase) + 1)]


def make(real: Path, vocabulary: Path, target: Path, size: int) -> None:
    """Write ``size`` records: real titles and descriptions first, then the same words in another order."""
    with gzip.open(real, "rt", encoding="utf-8") as stream:
        texts = [json.loads(line) for line in stream]
    words = sorted({word for record in texts for word in record["properties"].get("description", "").split()})
    facets = {
        name: [c["id"] for c in json.loads((vocabulary / f"{name}.json").read_text(encoding="utf-8"))["concepts"]]
        for name in FACETS[:-1]
    }
    chance = random.Random(1)
    with target.open("w", encoding="utf-8") as stream:
        for number in range(size):
            record = _variant(texts[number % len(texts)], number, number >= len(texts), words, facets, chance)
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def _variant(
    real: dict,
    number: int,
    shuffled: bool,
    words: list[str],
    facets: dict[str, list[str]],
    chance: random.Random,
) -> dict:
    properties = dict(real["properties"])
    if shuffled:
        title, text = properties["title"].split(), properties.get("description", "").split()
        chance.shuffle(title)
        chance.shuffle(text)
        properties["title"] = " ".join(title + chance.choices(words, k=2))
        properties["description"] = " ".join(text[:60] + chance.choices(words, k=10))
    properties["type"] = chance.choice(facets["kind"])
    properties["updated"] = f"{chance.randint(2012, 2025)}-0{chance.randint(1, 9)}-11T00:00:00Z"
    properties["keywords"] = chance.sample(words, 2)
    properties["themes"] = [
        {"scheme": name, "concepts": [{"id": v} for v in chance.sample(values, min(len(values), chance.randint(1, 3)))]}
        for name, values in facets.items()
        if name != "kind"
    ]
    return {
        "id": f"r{number}",
        "type": "Feature",
        "time": None,
        "geometry": None,
        "properties": properties,
        "links": [{"rel": "about", "href": f"https://example.org/{number}"}],
    }


def build_index(records: Path, folder: Path) -> Path:
    """Build our index and return its file."""
    from crige_ia_plugin.catalogue.indexing import Collection, build
    from crige_ia_plugin.catalogue.vocabulary import Vocabulary
    from crige_ia_plugin.paths import RESOURCES

    path = folder / "index.sqlite"
    build(path, [Collection("bench", records)], Vocabulary.read(RESOURCES / "catalogue" / "vocabulary"))
    return path


def ours(records: Path, folder: Path) -> Callable[[str], int]:
    """Search with our index."""
    from crige_ia_plugin.catalogue.index import Index, Query

    path = folder / "index.sqlite"
    index = Index(path if path.is_file() else build_index(records, folder))

    def search(text: str) -> int:
        results = index.search(Query(text))
        index.summaries(results.rows[:FIRST])
        return len(results)

    return search


def _values(record: dict) -> Iterator[tuple[str, str]]:
    properties = record["properties"]
    yield "kind", properties["type"]
    yield "publisher", (properties.get("contacts") or [{}])[0].get("organization", "")
    for theme in properties["themes"]:
        for concept in theme["concepts"]:
            yield theme["scheme"], concept["id"]


def naive(records: Path, folder: Path) -> Callable[[str], int]:
    """Search with FTS5 as it comes and count in SQL."""
    path = folder / "naive.sqlite"
    if not path.is_file():
        aside = folder / "naive.new"
        aside.unlink(missing_ok=True)
        database = sqlite3.connect(aside)
        database.executescript(
            "CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='unicode61 remove_diacritics 2');"
            "CREATE TABLE facet (doc INTEGER, name TEXT, value TEXT);"
        )
        with records.open(encoding="utf-8") as stream:
            for row, line in enumerate(stream):
                record = json.loads(line)
                title, body = record["properties"]["title"], record["properties"].get("description", "")
                database.execute("INSERT INTO text(rowid, title, body) VALUES (?, ?, ?)", (row, title, body))
                values = [(row, name, value) for name, value in _values(record)]
                database.executemany("INSERT INTO facet VALUES (?, ?, ?)", values)
        database.execute("CREATE INDEX facet_doc ON facet(doc)")
        database.commit()
        database.close()
        aside.rename(path)
    database = sqlite3.connect(path)

    def search(text: str) -> int:
        words = ['"' + word.replace('"', "") + '"' for word in text.split() if any(c.isalnum() for c in word)]
        if not words:
            return 0
        expression = " ".join(words) + "*"
        first = "SELECT rowid, title FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?"
        database.execute(first, (expression, FIRST)).fetchall()
        counts = (
            "SELECT name, value, count(*) FROM facet WHERE doc IN (SELECT rowid FROM text WHERE text MATCH ?)"
            " GROUP BY name, value"
        )
        database.execute(counts, (expression,)).fetchall()
        total = database.execute("SELECT count(*) FROM text WHERE text MATCH ?", (expression,)).fetchone()
        return int(total[0])

    return search


def listed(records: Path, folder: Path) -> Callable[[str], int]:
    """Read through a list, looking in titles and publishers, and count as it goes."""
    with records.open(encoding="utf-8") as stream:
        decoded = [json.loads(line) for line in stream]
    items = [
        (f"{record['properties']['title']} {dict(_values(record))['publisher']}".lower(), list(_values(record)))
        for record in decoded
    ]

    def search(text: str) -> int:
        found = [values for written, values in items if text.lower() in written]
        Counter(value for values in found for value in values)
        return len(found)

    return search


def type_in(search: Callable[[str], int], statistic: str) -> float:
    """Type every phrase, letter by letter; return the 95th percentile or the longest keystroke, in seconds."""
    search(PHRASES[0])
    seconds = []
    for text in keystrokes():
        start = time.perf_counter()
        search(text)
        seconds.append(time.perf_counter() - start)
    return sorted(seconds)[-1 if statistic == "max" else int(0.95 * len(seconds))]


def main(name: str, staged: Path, records: Path, folder: Path, output: Path) -> None:
    """Run one job and hand over its seconds; ``output`` receives the number of records."""
    sys.path.insert(0, str(staged))
    size = sum(1 for _ in records.open("rb"))
    if name == "build":
        start = time.perf_counter()
        build_index(records, output.parent)
        seconds = time.perf_counter() - start
    else:
        way, statistic = name.split(".")
        search = {"ours": ours, "naive": naive, "listed": listed}[way](records, folder)
        seconds = type_in(search, statistic)
    Path(os.environ[SECONDS_FILE]).write_text(repr(seconds))
    output.write_text(str(size))


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        staged_, real_, target_ = (Path(argument) for argument in sys.argv[2:5])
        sys.path.insert(0, str(staged_))
        if not target_.is_file():
            make(
                real_, staged_ / "crige_ia_plugin" / "resources" / "catalogue" / "vocabulary", target_, int(sys.argv[5])
            )
        index_ = build_index(target_, target_.parent)
        print(json.dumps({"records": int(sys.argv[5]), "kB of index": index_.stat().st_size // 1000}))
    else:
        main(sys.argv[1], *(Path(argument) for argument in sys.argv[2:6]))
