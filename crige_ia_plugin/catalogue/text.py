"""Text as the search sees it: no accents, no case, no little words, singular."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# "ai" is not among them: French for "have", but English for what people search for here
_FRENCH = """a afin as au aux avec c ce ces cet cette d dans de des du elle en est et eu il ils j je l la le
les leur leurs lui m mais me mes moi n ne nos notre nous on ou par pas pour qu que qui s sa se ses si son sont
sur t ta te tes toi ton tu un une vos votre vous y"""
_ENGLISH = """an and are at be by for from has have in into is it its of on or that the their this to was were
with"""
STOP_WORDS = frozenset([*_FRENCH.split(), *_ENGLISH.split()])

_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "đ": "d", "ł": "l", "ß": "ss"}
_FIRST_SYMBOL = 0x2190  # arrows, pictograms and emoji are words; signs such as ° or ® are not
_SPECIAL = (("c++", " cplusplus "), ("c#", " csharp "))
_WORD = re.compile(r"[^\W_]+")


def _western() -> dict[int, str]:
    """Western letters and typographic signs → ASCII, so that most texts are folded by one fast call."""
    table = {ord(letter): plain for letter, plain in _LIGATURES.items()}
    for code in range(0xA0, 0x250):
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(c))
        if plain.isascii():
            table.setdefault(code, plain)
        elif not plain.isalnum():
            table.setdefault(code, " ")
    table.update(dict.fromkeys(range(0x2000, 0x2070), " "))
    return table


_WESTERN = _western()


def fold(text: str) -> str:
    """Lower-case without accents or ligatures; anything else stays."""
    if text.isascii():
        return text.lower()
    plain = text.translate(_WESTERN)
    if plain.isascii():
        return plain.lower()
    # Twice: letters such as 𝐀 have a case only once they are decomposed.
    decomposed = unicodedata.normalize("NFKD", plain.casefold()).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Folded words of a text, in order, little words included, symbols such as an emoji each a word.

    Every word is plain ASCII: another letter is written ``zu`` and five hexadecimal digits, so that SQLite's
    own idea of what a letter is (Unicode 6.1) never matters, and the beginning of a word stays its beginning.
    """
    folded = fold(text)
    for written, spoken in _SPECIAL:
        if written in folded:
            folded = folded.replace(written, spoken)
    if folded.isascii():
        return _WORD.findall(folded)
    found: list[str] = []
    current = ""
    for character in folded:
        if character.isascii():
            if character.isalnum():
                current += character
                continue
        elif character.isalnum():
            current += f"zu{ord(character):05x}"
            continue
        if current:
            found.append(current)
            current = ""
        if ord(character) >= _FIRST_SYMBOL and unicodedata.category(character) in ("So", "Sk"):
            found.append(f"zu{ord(character):05x}")
    if current:
        found.append(current)
    return found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Drop a plural mark: ``parkings`` → ``parking``, ``réseaux`` → ``reseau``; nothing more."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word.isalpha() else word


def tokens(text: str) -> list[str]:
    """Words to index: folded, without stop words, singular."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS]


def query_tokens(text: str) -> tuple[list[str], str]:
    """Whole words of what was typed, and the word still being typed (a prefix; empty after a space).

    A little word at the end is ignored, since more is coming, unless it is all there is.
    """
    found = words(text[:400])
    if not found:
        return [], ""
    open_ended = not text[-1:].isspace()
    last = found.pop() if open_ended else ""
    whole = [stem(word) for word in found if word not in STOP_WORDS]
    if last in STOP_WORDS and whole:
        last = ""
    return list(dict.fromkeys(whole)), stem(last)
