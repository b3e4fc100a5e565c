"""Versions and requirements, checked against the reference implementation where it is installed."""

from __future__ import annotations

import pytest

from crige_ia_plugin.runtime.versions import Requirement, accepts, normal_name, requirement, specifiers, version_key

VERSIONS = [
    "1.0.dev1", "1.0a1", "1.0b2", "1.0rc1", "1.0rc1.post1", "1.0", "1.0.post1.dev2", "1.0.post1", "1.0.post2", "1.0.1",
    "1.1.dev3", "1.1", "1.10", "2", "10.0",
]  # fmt: skip
OPERATORS = ["==", "!=", "<", "<=", ">", ">=", "~="]
LINUX = {"python_version": "3.11", "python_full_version": "3.11.2", "sys_platform": "linux"}


def test_versions_are_ordered() -> None:
    assert sorted(sorted(VERSIONS), key=version_key) == VERSIONS
    assert version_key("1.0.0") == version_key("1") == version_key("v1.0+local")
    assert version_key("latest") is None


@pytest.mark.parametrize("wanted", [*VERSIONS, "1.0.*", "1.*"])
def test_conditions_are_met_as_the_reference_says(wanted: str) -> None:
    reference = pytest.importorskip("packaging.specifiers")
    for operator in OPERATORS:
        try:
            expected = reference.SpecifierSet(operator + wanted)
        except reference.InvalidSpecifier:
            assert specifiers(operator + wanted) is None
            continue
        for version in VERSIONS:
            found = accepts(operator + wanted, version)
            assert found is expected.contains(version, prereleases=True), (operator, version)


@pytest.mark.parametrize("text", ["3.9", "=>3", ">=", ">=3.9,,<x", "~=3", ">=3.*", "@3"])
def test_a_condition_that_is_none(text: str) -> None:
    assert specifiers(text) is None
    assert not accepts(text, "3.9")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rasterio", Requirement("rasterio")),
        ("scikit_image >= 0.22", Requirement("scikit-image", ">= 0.22")),
        ("a (>=1,<2)", Requirement("a", ">=1,<2")),
        ("laspy[lazrs,laszip]>=2", Requirement("laspy", ">=2", "lazrs,laszip")),
        ('tomli>=2; python_version < "3.11"', Requirement("tomli", ">=2", "", 'python_version < "3.11"')),
    ],
)
def test_requirements_are_read(text: str, expected: Requirement) -> None:
    assert requirement(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-r other.txt",
        "--index-url=x",
        "a @ https://example.org/a.whl",
        "a>=",
        "a;",
        "a b",
        "a>=1 --hash=x",
        "a;\n-r x",
    ],
)
def test_an_address_or_an_option_is_no_requirement(text: str) -> None:
    assert requirement(text) is None


@pytest.mark.parametrize(
    ("text", "versions", "met"),
    [
        ("a>=1", {"a": "1.2"}, True),
        ("a>=2", {"a": "1.2"}, False),
        ("a", {}, False),
        ("a[x]", {"a": "1"}, True),
        ('a; python_version < "3.11"', {}, True),
        ("a>=1; python_version >= '3.9' and sys_platform == 'linux'", {"a": "1"}, True),
        ("a; sys_platform == 'win32' or python_version < '3.10'", {}, True),
        ("a; sys_platform in 'linux win32'", {"a": "1"}, False),
        ("a; sys_platform < 'x'", {"a": "1"}, False),
        ("a; platform_node == 'x'", {"a": "1"}, False),
    ],
)
def test_what_is_installed_serves_or_not(text: str, versions: dict[str, str], met: bool) -> None:
    found = requirement(text)
    assert found is not None
    assert found.is_met(versions, LINUX) is met


def test_names_have_one_form() -> None:
    assert normal_name("Scikit__Image.X") == "scikit-image-x"
