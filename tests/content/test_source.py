"""Reading YAML: what is typed stays as it is typed, and what cannot be read is said once, in its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.source import ReadYaml, YamlList, YamlMap, YamlText, YamlValue, read_yaml
from pipeline.diagnostics import Code, Location, Source


def read(text: str | bytes) -> ReadYaml:
    return read_yaml(text if isinstance(text, bytes) else text.encode(), "content/x.yaml")


def value_of(text: str | bytes) -> YamlMap:
    found = read(text)
    assert found.diagnostics == ()
    assert found.value is not None
    return found.value


def findings(text: str | bytes) -> list[tuple[Code, int, int]]:
    return [(found.code, *place(found.where)) for found in read(text).diagnostics]


def place(where: Source | Location) -> tuple[int, int]:
    assert isinstance(where, Location)
    return where.line, where.column


class TestValues:
    @pytest.mark.parametrize(
        "typed",
        [
            "no",
            "yes",
            "ja",
            "true",
            "null",
            "~",
            "0123",
            "12:30",
            "1.10",
            "1e3",
            "0x1F",
            ".inf",
            "2026-12-18",
        ],
    )
    def test_a_value_stays_the_text_that_was_typed(self, typed: str) -> None:
        assert value_of(f"a: {typed}\nb: [{typed}]\n") == {"a": typed, "b": [typed]}

    def test_a_key_stays_the_text_that_was_typed(self) -> None:
        assert list(value_of("1: a\nnull: b\n2026-12-18: c\nno: d\n")) == ["1", "null", "2026-12-18", "no"]

    def test_nothing_typed_is_none_and_empty_quotes_are_empty_text(self) -> None:
        assert value_of("a:\nb: ''\nc:\n  -\n  - x\n") == {"a": None, "b": "", "c": [None, "x"]}

    def test_every_value_knows_its_file_and_key_path(self) -> None:
        value = value_of("kansen:\n  - id: water\n    lijst: [a, b]\n")
        sources = [found.source for found in walk(value) if found.source]
        assert {source.file for source in sources} == {"content/x.yaml"}
        assert {source.path for source in sources} == {
            (),
            ("kansen",),
            ("kansen", 0),
            ("kansen", 0, "id"),
            ("kansen", 0, "lijst"),
            ("kansen", 0, "lijst", 0),
            ("kansen", 0, "lijst", 1),
        }

    def test_a_file_may_begin_and_end_with_document_marks(self) -> None:
        assert value_of("---\na: b\n...\n") == {"a": "b"}

    @pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: \xc3\xab\r\nb: c\r\n", b"a: \xc3\xab\rb: c\r"])
    def test_a_byte_order_mark_and_any_line_end_are_read(self, data: bytes) -> None:
        assert value_of(data) == {"a": "ë", "b": "c"}

    def test_what_is_wrong_but_readable_leaves_a_value_to_check_further(self) -> None:
        found = read("a: x\na: y\n")
        assert found.value == {"a": "x"}
        assert [finding.code for finding in found.diagnostics] == [Code.YAML_DUPLICATE_KEY]


class TestBytes:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_utf_16_is_refused_by_name(self, encoding: str) -> None:
        found = read("titel: Zeeland\n".encode(encoding))
        assert [finding.code for finding in found.diagnostics] == [Code.YAML_ENCODING]
        assert "UTF-16" in found.diagnostics[0].message

    def test_a_byte_of_windows_1252_is_refused_in_its_place_with_the_letter_that_it_was(self) -> None:
        found = read("a: é\nb: Zeeë".encode() + b"\xebn\n")
        assert findings("a: é\r\nb: Zeeë".encode() + b"\xebn\n") == [(Code.YAML_ENCODING, 2, 8)]
        assert "“ë”" in found.diagnostics[0].message

    def test_a_surrogate_written_as_bytes_is_refused(self) -> None:
        assert findings("a: x\ud800\n".encode("utf-8", "surrogatepass")) == [(Code.YAML_ENCODING, 1, 5)]

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"# niets\n", b"\xef\xbb\xbf", b"---\n"])
    def test_an_empty_file_is_refused(self, data: bytes) -> None:
        assert [code for code, *_ in findings(data)] == [Code.YAML_EMPTY]


class TestCharacters:
    @pytest.mark.parametrize(
        "char",
        ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufeff", "\ufffe"],
    )
    def test_a_control_character_is_refused_in_its_place(self, char: str) -> None:
        assert findings(f"a: b\nc: d{char}e\n") == [(Code.YAML_CONTROL_CHARACTER, 2, 5)]

    @pytest.mark.parametrize("char", ["\ue000", "\uf0b7", "\uf8ff", "\ufffd", "\U000f0001"])
    def test_a_character_of_one_font_only_is_refused_in_its_place(self, char: str) -> None:
        assert findings(f"a: b\nc: d{char}e\n") == [(Code.CHARACTER, 2, 5)]

    def test_a_bullet_of_word_gets_a_hint_what_to_type(self) -> None:
        assert "(- )" in read("a: |\n  \uf0b7 water\n").diagnostics[0].hint

    @pytest.mark.parametrize("escape", [r"\x07", r"\u2028", r"\uF0B7", r"\0", r"\uFEFF"])
    def test_a_forbidden_character_cannot_be_smuggled_in_by_an_escape(self, escape: str) -> None:
        assert [place for _, *place in findings(f'a: "x{escape}"\n')] == [[1, 4]]

    @pytest.mark.parametrize("escape", [r"\x07", r"\u2028", r"\uF0B7", r"\u202e", r"\u061C"])
    def test_nor_into_a_key(self, escape: str) -> None:
        in_value = read(f'a: "x{escape}"\n').diagnostics[0]
        in_key = read(f'a: b\n"x{escape}": c\n').diagnostics
        assert [(each.code, each.message, each.hint) for each in in_key] == [
            (in_value.code, in_value.message, in_value.hint)
        ]
        assert place(in_key[0].where) == (2, 1)

    def test_a_key_with_a_harmless_escape_is_read(self) -> None:
        assert value_of(r'"re\u0067io": b') == {"regio": "b"}

    @pytest.mark.parametrize("char", ["\t", "é", "–", "€", "’", "\u00a0", "😀", "\u00ad"])
    def test_ordinary_characters_are_read(self, char: str) -> None:
        assert value_of(f"a: x{char}y\n") == {"a": f"x{char}y"}

    def test_other_mistakes_in_the_same_file_are_found_as_well(self) -> None:
        codes = [code for code, *_ in findings("a: x\x07\na: y\nb: 'open\nc: d\n")]
        assert codes == [Code.YAML_CONTROL_CHARACTER, Code.YAML_DUPLICATE_KEY, Code.YAML_SYNTAX]


class TestHarm:
    def test_deep_nesting_is_refused(self) -> None:
        assert findings("a: " + "[" * 5000) == [(Code.YAML_SYNTAX, 1, 53)]
        nested = "".join("  " * depth + "a:\n" for depth in range(60))
        assert [code for code, *_ in findings(nested)] == [Code.YAML_SYNTAX]

    def test_fifty_levels_are_read(self) -> None:
        assert read("a: " + "[" * 49 + "]" * 49 + "\n").diagnostics == ()

    def test_aliases_are_never_followed(self) -> None:
        bomb = "a: &a [x, x]\n" + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
        )
        found = read(bomb)
        assert {finding.code for finding in found.diagnostics} == {Code.YAML_ANCHOR}
        assert found.value is not None
        assert found.value["u"] == [None, None]

    def test_a_file_full_of_mistakes_gives_a_readable_number_of_findings(self) -> None:
        found = read("".join(f"k{number}: 'it's'\n" for number in range(500)))
        assert 10 < len(found.diagnostics) <= 30


PIECES = [
    "a: ",
    "b",
    "\n",
    "  ",
    "- ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "|\n",
    ">\n",
    "\t",
    "# ",
    "? ",
    "&x ",
    "*x",
]
MORE_PIECES = ["!t ", "<<: ", "---\n", "...\n", "%", "\\", "\x00", "\ufeff", "é", ": "]


@given(st.lists(st.sampled_from(PIECES + MORE_PIECES), max_size=40).map("".join))
def test_any_text_gives_a_value_or_findings_that_lie_in_the_file(text: str) -> None:
    found = read(text)
    assert found.value is not None or found.diagnostics
    for finding in found.diagnostics:
        line, column = place(finding.where)
        assert 1 <= line <= text.count("\n") + 1
        assert column >= 1


@given(st.binary(max_size=60))
def test_any_bytes_give_a_value_or_findings(data: bytes) -> None:
    found = read(data)
    assert found.value is not None or found.diagnostics


def walk(value: YamlValue) -> Iterator[YamlMap | YamlList | YamlText]:
    if value is None:
        return
    yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from walk(child)
