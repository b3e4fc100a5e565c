"""A script's description is read without running it, and refused with the line of what is wrong."""

from __future__ import annotations

from pathlib import Path

import making_scripts as scripts
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.runtime import script
from crige_ia_plugin.runtime.parameters import Type
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem
from crige_ia_plugin.runtime.sentences import sentence

TREECROWNS = '''"""Tree crowns."""
# /// script
# requires-python = ">=3.9"
# dependencies = ["scikit-image>=0.22", "rasterio>=1.3"]
#
# [tool.iageo]
# format = 1
# id = "treecrowns"
# version = "1.0.0"
# title = {fr = "Délimiter les houppiers", en = "Delineate tree crowns"}
# group = "vegetation"
#
# [[tool.iageo.parameters]]
# name = "chm"
# type = "raster"
# title = {fr = "Modèle numérique de hauteur (MNH)", en = "Canopy height model"}
#
# [[tool.iageo.parameters]]
# name = "min_height"
# type = "number"
# title = "Minimum height"
# default = 2
# min = 0
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "mode"
# type = "choice"
# title = "Mode"
# choices = ["fast", {value = "fine", title = {fr = "fin", en = "fine-grained"}}]
# default = "fast"
#
# [[tool.iageo.parameters]]
# name = "crowns"
# type = "vector-out"
# title = {fr = "Houppiers"}
# geometry = "polygon"
# style = "crowns"
# ///
raise SystemExit("it was run")
'''


def refused(source: str | bytes) -> RuntimeProblem:
    with pytest.raises(RuntimeProblem) as caught:
        script.read(source.encode() if isinstance(source, str) else source, "a.py")
    assert caught.value.file == "a.py"
    assert sentence(caught.value, "fr")
    return caught.value


def test_a_description_is_read() -> None:
    found = script.read(TREECROWNS.encode())
    assert (found.id, found.version, found.group) == ("treecrowns", "1.0.0", "vegetation")
    assert found.title("fr") == "Délimiter les houppiers"
    assert found.title("de") == "Delineate tree crowns"
    assert found.dependencies == ("scikit-image>=0.22", "rasterio>=1.3")
    assert found.requires_python == ">=3.9"
    assert [parameter.name for parameter in found.inputs] == ["chm", "min_height", "mode"]
    assert [parameter.name for parameter in found.outputs] == ["crowns"]
    height = found.parameter("min_height")
    assert (height.type, height.default, height.minimum, height.maximum) == (Type.NUMBER, 2, 0.0, None)
    assert height.advanced
    assert not height.is_required
    assert height.option == "--min-height"
    assert height.title("fr") == "Minimum height"
    assert found.parameter("chm").is_required
    assert [choice.title("fr") for choice in found.parameter("mode").choices] == ["fast", "fin"]
    crowns = found.parameter("crowns")
    assert (crowns.extension, crowns.geometry, crowns.style, crowns.title("en")) == (
        *("gpkg", "polygon", "crowns", "Houppiers"),
    )
    assert found.source == TREECROWNS.encode()


@pytest.mark.parametrize("change", [lambda b: b.replace(b"\n", b"\r\n"), lambda b: b"\xef\xbb\xbf" + b])
def test_windows_line_ends_and_marks_are_read(change) -> None:
    assert script.read(change(TREECROWNS.encode())).id == "treecrowns"


def test_the_list_beside_is_read_and_counts(tmp_path: Path) -> None:
    path = tmp_path / "treecrowns.py"
    path.write_text(TREECROWNS, encoding="utf-8")
    alone = script.read(path)
    (tmp_path / "treecrowns.lock.txt").write_text("a==1 --hash=sha256:00\n")
    locked = script.read(path)
    assert (alone.lock, locked.lock) == (b"", b"a==1 --hash=sha256:00\n")
    assert alone.sha256 == locked.sha256
    assert alone.digest != locked.digest
    assert locked.path == path


def test_bytes_cannot_pass_from_one_file_to_the_other() -> None:
    source = TREECROWNS.encode()
    assert script.read(source + b"\nlock 0\n", lock=b"").digest != script.read(source, lock=b"\nlock 0\n").digest


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("print(1)\n", Code.BLOCK_MISSING, 0),
        ("# /// script\n# a = 1\n", Code.BLOCK_OPEN, 1),
        ("# /// script\n# a = 1\nprint()\n# ///\n", Code.BLOCK_OPEN, 1),
        ("# /// script\n# ///\n\n# /// script\n# ///\n", Code.BLOCK_TWICE, 4),
        ("\n# /// script\n# a = 1\n# b = \n# ///\n", Code.TOML_INVALID, 4),
        ("# /// script\n# a = 1\n# ///\n", Code.SECTION_MISSING, 1),
        ("# /// script\n# tool.iageo = 1\n# ///\n", Code.SECTION_MISSING, 1),
        ("# /// script\n# [tool.iageo]\n# format = 2\n# ///\n", Code.FORMAT_UNKNOWN, 3),
        ("# /// script\n# [tool.iageo]\n# format = true\n# ///\n", Code.FORMAT_UNKNOWN, 3),
        ("# /// script\n# [tool.iageo]\n# format = 1\n# ///\n", Code.KEY_MISSING, 1),
        (b"\n\xff", Code.NOT_UTF8, 2),
        (b" " * (script.MAX_BYTES + 1), Code.SCRIPT_TOO_LARGE, 0),
    ],
)
def test_a_file_that_does_not_describe_itself(source: str | bytes, code: Code, line: int) -> None:
    problem = refused(source)
    assert (problem.code, problem.line) == (code, line)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "treecrowns"', 'id = "Tree crowns"', Code.KEY_FORM),
        ('id = "treecrowns"', "id = 12", Code.KEY_TYPE),
        ('version = "1.0.0"', 'version = "../1"', Code.KEY_FORM),
        ('group = "vegetation"', 'grup = "vegetation"', Code.KEY_UNKNOWN),
        ('group = "vegetation"', 'title = "x"', Code.TOML_INVALID),
        ('requires-python = ">=3.9"', 'requires-python = "3"', Code.KEY_FORM),
        ('"scikit-image>=0.22"', '"--index-url=http://x"', Code.DEPENDENCY_FORM),
        ('"scikit-image>=0.22"', "1", Code.DEPENDENCY_FORM),
        ('name = "chm"', 'name = "CHM"', Code.KEY_FORM),
        ('name = "chm"', 'name = "help"', Code.NAME_RESERVED),
        ('name = "chm"', 'name = "crowns"', Code.NAME_TWICE),
        ('type = "raster"', 'type = "picture"', Code.TYPE_UNKNOWN),
        ('type = "raster"', 'type = "raster"\n# min = 2', Code.KEY_MISPLACED),
        ('type = "raster"', 'type = "raster"\n# colour = 2', Code.KEY_UNKNOWN),
        ('type = "raster"', 'type = "field"', Code.KEY_MISSING),
        ('type = "raster"', 'type = "field"\n# parent = "min_height"', Code.PARENT_UNKNOWN),
        ('title = "Minimum height"', 'title = "\\u202eoops"', Code.KEY_FORM),
        ('title = "Minimum height"', "title = {fr = 1}", Code.KEY_TYPE),
        ('title = "Minimum height"', 'title = ""', Code.KEY_MISSING),
        ("# default = 2", '# default = "2"', Code.VALUE_FORM),
        ("# default = 2", "# default = -2", Code.VALUE_RANGE),
        ("# min = 0", "# min = 3\n# max = 2", Code.RANGE_EMPTY),
        ("# min = 0", "# min = nan", Code.KEY_FORM),
        ("advanced = true", 'advanced = "yes"', Code.KEY_TYPE),
        ('default = "fast"', 'default = "slow"', Code.VALUE_CHOICE),
        ('choices = ["fast", ', 'choices = ["fast", "fast", ', Code.NAME_TWICE),
        ('choices = ["fast", ', 'choices = ["fast", 3, ', Code.KEY_TYPE),
        ('choices = ["fast", ', 'choices = ["fast", " ", ', Code.CHOICES_EMPTY),
        ('geometry = "polygon"', 'geometry = "square"', Code.KEY_FORM),
        ('geometry = "polygon"', 'extension = "../x"', Code.KEY_FORM),
        ('geometry = "polygon"', "default = 1", Code.KEY_MISPLACED),
    ],
)
def test_a_bad_declaration_is_refused_at_its_line(old: str, new: str, code: Code) -> None:
    source = TREECROWNS.replace(old, new, 1)
    assert source != TREECROWNS
    problem = refused(source)
    assert problem.code is code
    lines = source.splitlines()
    header = "[[tool.iageo.parameters]]"
    changed = lines.index(next(line for line in lines if new.splitlines()[-1] in line))
    if changed > 11 and code is not Code.NAME_TWICE:
        expected = max(number for number, line in enumerate(lines[:changed]) if header in line)
        assert problem.line == expected + 1
    elif changed <= 11:
        assert problem.line == changed + 1


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        script.read(tmp_path / "absent.py")
    assert caught.value.code is Code.READ_FAILED
    assert caught.value.file == str(tmp_path / "absent.py")


def test_a_parameter_that_is_not_there_is_named() -> None:
    with pytest.raises(RuntimeProblem) as caught:
        scripts.make().parameter("outt")
    assert caught.value.code is Code.PARAMETER_UNKNOWN
    assert caught.value.params["known"] == "out"


def problem_of(data: bytes) -> RuntimeProblem | None:
    try:
        script.read(data)
    except RuntimeProblem as problem:
        return problem
    return None


@given(st.binary(max_size=200))
def test_anything_is_refused_with_a_code(junk: bytes) -> None:
    source, at = TREECROWNS.encode(), len(junk) * 5
    assert problem_of(junk) is not None
    for data in (b"# /// script\n# " + junk + b"\n# ///\n", source[:at] + junk + source[at:]):
        problem = problem_of(data)
        assert problem is None or sentence(problem, "fr")


@given(
    st.recursive(
        st.sampled_from(["1", '"x"', "true", "[]", "{}", "nan", "-1", '""', '{fr = "x"}']),
        lambda inner: st.lists(inner, max_size=2).map(lambda items: "[" + ", ".join(items) + "]"),
    ),
    st.sampled_from(
        ["name", "type", "title", "help", "default", "min", "choices", "parent", "extension", "multiple", "bands", "x"]
    ),
    st.sampled_from(list(Type)),
)
def test_any_value_of_any_key_is_read_or_refused(value: str, key: str, kind: Type) -> None:
    keys = {"name": '"p"', "type": f'"{kind.value}"', "title": '"P"', key: value}
    table = "[[tool.iageo.parameters]]\n" + "\n".join(f"{name} = {said}" for name, said in keys.items())
    problem = problem_of(scripts.text(parameters=table).encode())
    assert problem is None or (problem.line and sentence(problem, "en"))


@pytest.mark.parametrize("name", ["help", "report", "edition", "report_full_paths", "service_extent", "service_pixel"])
def test_names_that_every_dialog_has_are_refused(name: str) -> None:
    problem = refused(TREECROWNS.replace('name = "mode"', f'name = "{name}"'))
    assert (problem.code, problem.params["name"]) == (Code.NAME_RESERVED, name)
