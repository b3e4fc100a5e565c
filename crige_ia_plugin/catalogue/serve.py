"""Preview a catalogue on this computer only: its files as a static host would serve them, and a page to look at."""

from __future__ import annotations

from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from .check import VOCABULARY, check_folder, read_catalog, read_records
from .problems import CatalogueError
from .record import Record, parse
from .sentences import sentence
from .vocabulary import Vocabulary

_STYLE = """body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
article{border:1px solid #bbb;border-radius:6px;padding:.6rem 1rem;margin:1rem 0}h2{font-size:1.1rem;margin:0}
small{color:#444}.problem{background:#fff3cd;padding:.2rem .5rem}"""


def preview(folder: Path, language: str) -> str:
    """One page with every record as people will read it, and what is wrong first."""
    catalog, _ = read_catalog(folder)
    title = escape(str(catalog.get("title", folder.name)))
    problems = "".join(f'<p class="problem">{escape(sentence(p, language))}</p>' for p in check_folder(folder))
    try:
        vocabulary = Vocabulary.read(folder / VOCABULARY)
    except CatalogueError:
        vocabulary = Vocabulary()
    cards = []
    for file in read_records(folder)[0]:
        record = _parsed(dict(file.data))
        if record:
            cards.append(_card(record, vocabulary, language))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{problems}{''.join(cards)}</body></html>\n"
    )


def _parsed(data: dict[str, Any]) -> Record | None:
    try:
        return parse(data)
    except CatalogueError:
        return None


def _card(record: Record, vocabulary: Vocabulary, language: str) -> str:
    text = record.text(language)
    facets = (
        vocabulary.label(name, vocabulary.resolve(name, concept.id) or concept.id, language)
        for name, concepts in record.facets.items()
        for concept in concepts
    )
    links = "".join(
        f'<li><a href="{escape(link.href, quote=True)}" rel="noreferrer">{escape(link.title or link.href)}</a></li>'
        for link in record.links
    )
    return (
        f'<article id="{escape(record.id, quote=True)}"><h2>{escape(text.title)}</h2>'
        f"<small>{escape(record.publisher)} · {escape(record.license or text.rights)}</small>"
        f"<p>{escape(text.description)}</p><p>{escape(text.quality)}</p><ul>{links}</ul>"
        f"<small>{escape(' · '.join(facets))}</small></article>"
    )


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, folder: Path, language: str, **options: Any) -> None:
        self.folder, self.language = folder, language
        super().__init__(*arguments, directory=str(folder), **options)

    def do_GET(self) -> None:
        """Answer the preview at the root, files elsewhere; hidden files do not exist."""
        if self.path in ("/", "/index.html"):
            body = preview(self.folder, self.language).encode("utf-8")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif "/." in self.path:
            self.send_error(404)
        else:
            super().do_GET()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Stay quiet: the terminal is for what is wrong."""


def server(folder: Path, port: int, language: str) -> ThreadingHTTPServer:
    """A server on loopback, not yet started; port 0 takes a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, folder=folder, language=language))
