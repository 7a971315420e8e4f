import pytest

from kpis.domain.symbols import BESIDE_VALUE, INSTEAD_OF_VALUE, Symbol, UnknownMarker, from_marker


@pytest.mark.parametrize("symbol", Symbol)
def test_every_symbol_reads_as_itself_in_either_case_and_in_brackets(symbol):
    assert from_marker(symbol.value) is symbol
    assert from_marker(f" {symbol.value.upper()} ") is symbol
    assert from_marker(f"[{symbol.value}]") is symbol


@pytest.mark.parametrize(
    ("marker", "symbol"),
    [
        (":", Symbol.NOT_AVAILABLE),
        ("..", Symbol.NOT_AVAILABLE),
        ("~", Symbol.CONFIDENTIAL),
        ("*", Symbol.CONFIDENTIAL),
        ("k", Symbol.LOW),
        (" - ", Symbol.LOW),
        ("–", Symbol.LOW),
        (".", Symbol.NOT_APPLICABLE),
        ("NA", Symbol.NOT_AVAILABLE),
        (" x ", Symbol.NOT_AVAILABLE),
    ],
)
def test_markers_of_publishers_map_to_symbols(marker, symbol):
    assert from_marker(marker) is symbol


@pytest.mark.parametrize("blank", ["", " ", "\u00a0"])
def test_a_blank_cell_is_no_symbol(blank):
    assert from_marker(blank) is None


@pytest.mark.parametrize("text", ["n/a", "12", "Recruiting", "Yes", "zz", "cx", "0"])
def test_anything_else_is_named_as_unknown(text):
    with pytest.raises(UnknownMarker, match="expected z, x, c"):
        from_marker(text)


def test_each_symbol_stands_either_beside_a_value_or_instead_of_one():
    assert "".join(sorted(INSTEAD_OF_VALUE)) == "clowxz"
    assert BESIDE_VALUE.isdisjoint(INSTEAD_OF_VALUE)
    assert set(Symbol) == BESIDE_VALUE | INSTEAD_OF_VALUE


def test_symbols_have_the_words_of_the_glossary():
    assert Symbol.LOW.words == "rounds to zero"
    assert Symbol.UNRELIABLE.words == "low reliability"
    assert Symbol.BREAK.words == "break in series"
