"""Nothing personal in a run sheet: where data come from is cut to file, table or layer names.

QGIS describes sources in many ways: paths with options, database connections with passwords, web services
with tokens. ``shorten`` treats one such source, ``scrub`` the paths and secrets inside a sentence,
``anonymised`` a whole sheet. Asked to keep paths, they still drop the names and passwords given to servers,
and the tokens.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

from .node import Scalar, Value
from .sheet import RunSheet

HIDDEN = "…"
"""What stands where nothing can be shown."""

_HOMES = frozenset({"home", "users", "utilisateurs", "documents and settings"})
_SEPARATORS = re.compile(r"[\\/]+")
_DRIVE = re.compile(r"^[A-Za-z]:")
_PATH = re.compile(r"^(?:[/\\~.]|[A-Za-z]:[\\/])")
_FILE_URL = re.compile(r"^file:", re.IGNORECASE)
_URL = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}://", re.IGNORECASE)
_OPTIONS = re.compile(r"\|(?=\w+[=:])")
_SUBDATASET = re.compile(r"^(?:GPKG|NETCDF|HDF[45](?:_SDS)?|SQLITE|GTIFF_DIR|GRIB):(?=.)", re.IGNORECASE)
_SERVICE = re.compile(r"^(?:PG|MYSQL|MSSQL|OCI|ODBC|HANA|MONGODBV3|WFS|WMS|WCS|OAPIF|OGCAPI):(?!//)", re.IGNORECASE)
_MEMORY = re.compile(
    r"^(?:memory|none|nogeometry|(?:multi)?(?:point|linestring|polygon|curve|surface)\w*)\?", re.IGNORECASE
)
_DATA_ITSELF = ("{", "[", "<", "?")

_QUOTED = r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\""
_PAIR = re.compile(
    rf"(?<![\w-])([\w-]+)\s*=\s*({_QUOTED}|[^\s;,&]*)(?:\s*\.\s*({_QUOTED}))?", re.DOTALL | re.IGNORECASE
)
_QUERY_STRING = re.compile(r"^[\w-]+(?:=[^\s'\"&]*)?&")
_CONNECTION_KEYS = frozenset(
    (
        *("dbname", "database", "host", "hostaddr", "server", "service", "port", "driver", "dsn", "sslmode"),
        *("user", "username", "uid", "password", "pwd", "authcfg", "url"),
        *("typename", "layers", "table", "tables"),
    )
)
_NAME_KEYS = ("typename", "typenames", "layers", "layer", "identifier", "coverage", "table", "tables")
_DATABASE_KEYS = ("dbname", "database", "service")
_USER_KEYS = ("user", "username", "uid")

_PRIVATE = (
    r"user|username|uid|login|\w{0,30}(?:password|token|secret|sessionid)|passwd|pwd|authcfg|api[_-]?key|sslkey"
    r"|sslcert"
)
_UNTIL_NEXT = r"[^&;|]{0,300}(?=[;&])"  # ODBC does not quote its spaces
_SECRET_IN_TEXT = re.compile(
    rf"(?<![\w-])(?:{_PRIVATE})\s*=\s*(?:(?:{_QUOTED})[^\s&;,|]*|[^\s&;,|]*)", re.DOTALL | re.IGNORECASE
)
_SECRET_IN_SOURCE = re.compile(
    rf"(?<![\w-])(?:{_PRIVATE}|key|pass|sig|signature|credentials?)\s*=\s*"
    rf"(?:(?:{_QUOTED})[^\s&;,|]*|{_UNTIL_NEXT}|[^\s&;,|]*)",
    re.DOTALL | re.IGNORECASE,
)
_USER_INFO = re.compile(r"(?<=://)(?:[^\s/?#'\"@]*@|[^\s/@:'\"]+:[^\s'\"@]*@)")
_URL_QUERY = re.compile(r"((?:https?|ftp)://[^\s?#'\"<>]*)[?#][^\s'\"<>]*", re.IGNORECASE)

# A folder in a sentence may hold spaces and apostrophes, but neither begins nor ends with one: in
# "cannot copy '/a/b.gpkg' to '/c/d.gpkg'" there are two paths.
_FOLDER = r"(?!\s)(?:[^\\/:*?\"'<>|\n]|(?<=\w)'(?=\w))+(?<!\s)[\\/]+"
_FOLDERS_IN_TEXT = re.compile(
    rf"(?:(?<!\w)file:/*(?:[A-Za-z]:)?[\\/]*|(?<!\w)[A-Za-z]:[\\/]+|(?<![\w\\:])\\\\+|(?<![\w/\\:.<~])(?:~\w*)?/+)"
    rf"((?:{_FOLDER})+)([^\s\\/:*?\"'<>|,;]*)",
    re.IGNORECASE,
)


def shorten(source: str, keep_paths: bool = False) -> str:
    """Return what may be published of a data source: a file, table or layer name.

    Args:
        source: Path, ``path|layername=…``, ``file:`` or web address, GDAL or QGIS provider connection string.
        keep_paths: Keep folders, servers and databases; names and passwords given to servers go all the same.

    Returns:
        The name; ``…`` when no part of the source is fit to be shown, ``memory`` for a temporary layer.
    """
    text = source.strip()
    if not text or text == HIDDEN:
        return text
    if text.startswith(_DATA_ITSELF):
        return HIDDEN
    if _MEMORY.match(text):
        return "memory"
    return _without_secrets(text) if keep_paths else _name(text)


def scrub(text: str, keep_paths: bool = False) -> str:
    """Return a sentence without the folders and secrets that it holds; file names stay.

    Args:
        text: Any text, such as an error message of the operating system.
        keep_paths: Drop secrets only.
    """
    text = _SECRET_IN_TEXT.sub(HIDDEN, _URL_QUERY.sub(r"\1", _USER_INFO.sub("", text)))
    return text if keep_paths else _FOLDERS_IN_TEXT.sub(_last_name, text)


def anonymised(sheet: RunSheet, keep_paths: bool = False) -> RunSheet:
    """Return the sheet with every source shortened and every text scrubbed; what is clean stays as it is."""

    def clean(value: Scalar) -> Scalar:
        if not isinstance(value, str):
            return value
        return shorten(value, keep_paths) if _is_source(value) else scrub(value, keep_paths)

    def clean_all(value: Value) -> Value:
        return tuple(map(clean, value)) if isinstance(value, tuple) else clean(value)

    return replace(
        sheet,
        parameters=tuple(replace(item, value=clean_all(item.value)) for item in sheet.parameters),
        inputs=tuple(
            replace(item, label=scrub(item.label, keep_paths), source=shorten(item.source, keep_paths))
            for item in sheet.inputs
        ),
        results=tuple(replace(item, value=clean(item.value)) for item in sheet.results),
        checks=tuple(replace(item, detail=scrub(item.detail, keep_paths)) for item in sheet.checks),
        warnings=tuple(scrub(item, keep_paths) for item in sheet.warnings),
        tables=tuple(replace(item, rows=tuple(tuple(map(clean, row)) for row in item.rows)) for item in sheet.tables),
        error=scrub(sheet.error, keep_paths),
    )


def _is_source(text: str) -> bool:
    """Whether a parameter's text is a data source as a whole, and not a sentence or an expression."""
    if "\n" in text:
        return False
    if _FILE_URL.match(text) or _URL.match(text) or _SERVICE.match(text) or _SUBDATASET.match(text):
        return True
    return len(_CONNECTION_KEYS.intersection(_pairs(text))) > 1 or (
        _PATH.match(text) is not None and _SEPARATORS.search(text[1:]) is not None
    )


def _name(text: str) -> str:
    service = _SERVICE.match(text)
    if service:
        return _service_name(text[service.end() :].strip("\"' "))
    subdataset = _SUBDATASET.match(text)
    if subdataset:
        return _subdataset_name(text[subdataset.end() :])
    if _FILE_URL.match(text):
        return _layer_of(_FILE_URL.sub("", text), is_url=True)
    address = _URL.search(text)
    if address and (address.start() == 0 or _PATH.match(text)):  # the latter: /vsicurl/https://…
        return _url_name(text[address.start() :])
    if not _PATH.match(text) and not _CONNECTION_KEYS.isdisjoint(_pairs(text)):
        return _service_name(text)
    return _layer_of(text, is_url=False)


def _layer_of(text: str, is_url: bool) -> str:
    """Name a file, and its layer where ``|layername=`` or ``|layerid=`` tells one."""
    path, *options = _OPTIONS.split(text)
    if is_url:
        path = unquote(re.split(r"[?#]", path)[0])
    name = _file_name(path)
    for option in options:
        key, _, value = option.partition("=")
        if key.lower() in ("layername", "layerid"):
            name += f"|{key}={_last_part(value)}"
    return name


def _file_name(path: str) -> str:
    parts = [part for part in _SEPARATORS.split(path) if part not in ("", ".", "..")]
    if not parts or parts[-1].startswith("~"):
        return HIDDEN
    in_home = len(parts) > 1 and parts[-2].casefold() in _HOMES
    is_share = path.startswith("\\\\") and len(parts) < 3
    name = _DRIVE.sub("", parts[-1]).split("?")[0]
    return HIDDEN if in_home or is_share or not name else name


def _last_part(text: str) -> str:
    return _SEPARATORS.split(text.rstrip("\\/"))[-1] or HIDDEN


def _last_name(match: re.Match[str]) -> str:
    folders = [part.casefold() for part in _SEPARATORS.split(match.group(1)) if part]
    return HIDDEN if folders[-1] in _HOMES else match.group(2)


def _subdataset_name(body: str) -> str:
    """Name ``path:table``, where the path may be quoted and may begin with a drive."""
    quoted = re.match(_QUOTED, body)
    if quoted:
        path, rest = quoted.group()[1:-1], body[quoted.end() :].lstrip(":")
    else:
        path, colon, rest = body.rpartition(":")
        if not colon or _SEPARATORS.search(rest) or re.fullmatch("[A-Za-z]", path):
            path, rest = body, ""
    return f"{_file_name(path)}:{_last_part(rest)}" if rest else _file_name(path)


def _pairs(text: str) -> dict[str, str]:
    """Return the ``key=value`` pairs of a connection string, keys in lower case; the first of a key wins."""
    if _QUERY_STRING.match(text):
        return {key.lower(): value for key, value in reversed(parse_qsl(text, keep_blank_values=True))}
    pairs: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        key = match.group(1).lower()
        if key == "sql":  # a filter: the rest belongs to it
            break
        value = ".".join(_unquoted(part) for part in match.groups()[1:] if part)
        pairs.setdefault(key, value)
    return pairs


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if re.fullmatch(_QUOTED, text, re.DOTALL) else text


def _service_name(text: str) -> str:
    """Name the table or layer of a connection string, else its address, else its database."""
    pairs = _pairs(text)
    named = next((pairs[key] for key in _NAME_KEYS if pairs.get(key)), "")
    if named:
        return HIDDEN if named.startswith("(") else _last_part(unquote(named))
    address = pairs.get("url", "") or text
    if _URL.match(address):
        return _url_name(address)
    users = {pairs[key] for key in _USER_KEYS if key in pairs}
    database = next((pairs[key] for key in _DATABASE_KEYS if pairs.get(key)), "")
    # A PostgreSQL database often has the name of the person.
    return HIDDEN if not database or database in users else _file_name(database)


def _url_name(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return HIDDEN
    query = {key.lower(): value for key, value in parse_qsl(parts.query)}
    named = next((query[key] for key in _NAME_KEYS if query.get(key)), "")
    if named:
        return _last_part(named)
    segments = [part for part in _SEPARATORS.split(unquote(parts.path)) if part]
    is_tiled = any(part.startswith("{") for part in segments)  # …/{z}/{x}/{y}.png
    if segments and not is_tiled:
        # A password that holds an unescaped slash spills into the path, up to its @.
        name = segments[-1].rpartition("@")[2].split(";")[0]
        is_layer = name.isdigit() and len(segments) > 2 and segments[-2] in ("FeatureServer", "MapServer")
        return " ".join((*segments[-3:-1], name)) if is_layer else name or HIDDEN
    spilled = "@" in parts.query or "@" in parts.fragment
    is_public = parts.scheme.lower() in ("http", "https", "ftp")
    return host if host and is_public and not spilled else HIDDEN


def _without_secrets(text: str) -> str:
    is_address = _URL.search(text) or _QUERY_STRING.match(text)
    text = _dropped(text)
    for _ in range(2 if is_address else 0):  # an address inside an address is quoted once more
        text = _dropped(unquote(text))
    return re.sub(r"(?<=[?&;])[&;]+|[?&;]+$", "", re.sub(r" {2,}", " ", text)).strip()


def _dropped(text: str) -> str:
    return _SECRET_IN_SOURCE.sub("", _USER_INFO.sub("", text))
