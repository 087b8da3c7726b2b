"""Text as a reader sees it: folded for matching, cut into sentences with exact offsets.  Pure.

Offsets count code points, half-open, into the text as given; nothing here changes what is quoted.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import Stemmer

from index.model import Dispatch, Span

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_TYPOGRAPHY = {
    **dict.fromkeys("’‘ʼ‛ʹ′`´＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
    **dict.fromkeys("“”„«»", '"'),
}
_LIGATURES = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d"}


class _FoldTable(dict[int, str]):
    """Code point -> its folded characters, worked out once each: `str.translate` asks `__missing__` for new ones."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


class _AlignedTable(_FoldTable):
    """The same, but always one character, so that offsets hold: what would grow or vanish stays as it is."""

    def __missing__(self, code: int) -> str:
        folded = super().__missing__(code)
        if len(folded) != 1:
            lowered = chr(code).lower()
            folded = lowered if len(lowered) == 1 else chr(code)
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    known = _TYPOGRAPHY.get(character) or _LIGATURES.get(character)
    if known:
        return known
    bare = _without_marks(unicodedata.normalize("NFKD", character)).casefold()
    folded = _without_marks(unicodedata.normalize("NFKD", bare))
    return "".join(_TYPOGRAPHY.get(one) or _LIGATURES.get(one) or one for one in folded)


def _without_marks(text: str) -> str:
    return "".join(one for one in text if not unicodedata.combining(one))


_FOLD = _FoldTable()
_FOLD_ALIGNED = _AlignedTable()


def fold(text: str) -> str:
    """Text for comparing: no accents, no case, ’ as ', any dash as -, any double quote as ", œ as oe (NFKD)."""
    return text.translate(_FOLD)


def fold_aligned(text: str) -> str:
    """As `fold`, with `len(result) == len(text)`, so that a match keeps its offsets.

    A character that folds to several (œ, ½) or to none (a lone combining accent) is only lowered.
    """
    return text.translate(_FOLD_ALIGNED)


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


# Titles and short forms that stand before a name, whatever its capital.  Case counts: "told me." ends a sentence.
_TITLES = _words(
    "M MM Mme Mmes Mlle Mgr Dr Drs Pr Prof Me Mr Mrs Ms St Ste Gen Gén Col Cdt Cap Capt Cne Lt Sgt Pfc Adj Maj Brig "
    "Cpl Sen Sén Rep Dép Gov Pres Prés Rev Hon Messrs Amb Min vs cf env approx Mt Ft av ex"
)
# Short forms that only a number follows ("No. 5", "sept. 2015"); before a word they end the sentence.
_BEFORE_NUMBER = _words(
    "No Nos no nos art Art p pp vol fig ch chap al Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "janv févr avr juil sept oct nov déc tél Tél Tel tel"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
# Words that begin a sentence far oftener than a name: after "U.S." or "p.m." they decide for a new sentence.
_STARTERS = _words(
    "a an the he she it they we in on at but and for this that these those there no one some as after before while "
    "when le la les l un une des il elle ils elles on nous ce cet cette ces en dans au aux mais et selon d pour par "
    "depuis apres avant lors aucun aucune plusieurs"
)
_BULLET = re.compile(r"[ \t]*(?:[-*•‣▪◦·–—►]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z]\)\s)")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+|[\f\v\u2028\u2029]+")
_STOP = re.compile(
    r"(?<![.!?…؟。！？])(?P<mark>[.!?…؟。！？]++)[\"'”’)\]]*(?:\s{0,2}»)*(?=\s+(?P<next>\S))"
    r"|(?<=[^\W\d_]{2})(?P<tight>[.!?])(?=[A-ZÀ-Ý][a-zà-ÿ'’ ])"  # the space was lost: "la ville.Les habitants"
)
_NUMBER_ONLY = re.compile(r"\W*+(?:\d{1,2}|[^\W\d_])?+\W*+")
_FIRST_WORD = re.compile(r"\W*(\w+)")
_ENDS_LINE = re.compile(r"[.!?…:;][\"'”’)\]»\s]*$")
_LONGEST_TOKEN = 24
_WRAP_COLUMNS = range(40, 101)  # widths that mail, wires and terminals wrap at


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order, trimmed, without overlap; together they hold every non-space character.

    A blank line, a list item and a headline's end always break; a line wrapped in mid-sentence does not.
    """
    return tuple(sentence for paragraph in paragraphs(text) for sentence in sentences_within(text, paragraph))


def paragraphs(text: str) -> tuple[Span, ...]:
    """The stretches between blank lines, trimmed, none empty."""
    spans = (_trimmed(text, span) for span in _between(_BLANK_LINES, text, Span(0, len(text))))
    return tuple(span for span in spans if span.start < span.end)


def sentences_within(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, as `sentences` gives them."""
    for line in _unwrapped_lines(text, paragraph):
        for stretch in _cut_at_stops(text, line):
            sentence = _trimmed(text, stretch)
            if sentence.start < sentence.end:
                yield sentence


def _between(pattern: re.Pattern[str], text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in pattern.finditer(text, span.start, span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, span.end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _unwrapped_lines(text: str, paragraph: Span) -> Iterator[Span]:
    """Lines of a paragraph, those that were merely wrapped joined again."""
    lines = list(_between(re.compile(r"\n"), text, paragraph))
    columns = max(line.end - line.start for line in lines)
    start = paragraph.start
    for line, following in pairwise(lines):
        if not _is_wrapped(text, line, following, columns):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, paragraph.end)


def _is_wrapped(text: str, line: Span, following: Span, columns: int) -> bool:
    """Whether the break after `line` is mere typography: the next word did not fit, or goes on in lower case."""
    ahead = text[following.start : following.end].lstrip()
    ended = _ENDS_LINE.search(text, max(line.start, line.end - 8), line.end)
    if ended or _BULLET.match(text, following.start, following.end):
        return False
    if ahead[:1].islower():
        return True
    room = columns - (line.end - line.start)
    return columns in _WRAP_COLUMNS and len(ahead.split(maxsplit=1)[0] if ahead else "") + 1 > room


def _cut_at_stops(text: str, line: Span) -> Iterator[Span]:
    """The line's sentences.  What holds no word ("(...)", a lone ») or only a number ("2.") is never one by itself."""
    last = _end_of_words(text, line)
    start = read = line.start
    tells = False
    for stop in _STOP.finditer(text, line.start, line.end):
        tells = tells or _NUMBER_ONLY.fullmatch(text, read, stop.start()) is None
        read = stop.end()
        if tells and read < last and _ends_sentence(text, stop):
            yield Span(start, read)
            start, tells = read, False
    yield Span(start, line.end)


def _end_of_words(text: str, line: Span) -> int:
    end = line.end
    while end > line.start and not text[end - 1].isalnum():
        end -= 1
    return end


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if stop["tight"]:
        return _is_starter(text, stop.end())  # not "Example.Org"
    if stop["next"].islower():
        return False
    if stop["mark"] != "." or stop.end("mark") != stop.end():  # "etc.)" and "M.»" close something: no short form
        return True
    token = _token_before(text, stop.start())
    if token in _TITLES:
        return False
    if token in _BEFORE_NUMBER:
        return not stop["next"].isdigit()
    return not _INITIALS.fullmatch(token) or _is_starter(text, stop.end())


def _token_before(text: str, end: int) -> str:
    """The word that a full stop ends, without what is elided or opened before it ("l'U.S" -> "U.S")."""
    pieces = re.split(r"[\s'’(\[\"«“]", text[max(0, end - _LONGEST_TOKEN) : end])
    return pieces[-1]


def _is_starter(text: str, start: int) -> bool:
    word = _FIRST_WORD.match(text, start, start + _LONGEST_TOKEN)
    return word is not None and fold(word[1]) in _STARTERS


_TOKEN = re.compile(r"[^\W_]{1,64}")
_ELIDED = frozenset({"qu", "jusqu", "lorsqu", "puisqu"})  # what "qu'" leaves; single letters are dropped anyway


def stems(text: str) -> str:
    """Tokens for the full-text index, space-joined: each word's French and English Snowball stems, folded.

    French stems are taken with the accents on, since its endings need them ("attaquée"), and folded afterwards.
    """
    french, english = Stemmer.Stemmer("french"), Stemmer.Stemmer("english")  # one may not serve two threads
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", text).lower())
    kept = [token for token in tokens if (len(token) > 1 or token.isdigit()) and token not in _ELIDED]
    both = zip(french.stemWords(kept), english.stemWords([fold(token) for token in kept]), strict=True)
    return " ".join(stem for pair in both for stem in dict.fromkeys(map(_bare, pair)) if stem)


def _bare(stem: str) -> str:
    return "".join(filter(str.isalnum, fold(stem)))


def digest(dispatch: Dispatch) -> str:
    """Hex sha256 of title, body and status, blind to spacing and to how accents are composed (NFC).

    The same (source, id) with another digest is a new version; another date or link alone is not.
    """
    parts = (dispatch.title or "", dispatch.body, "corrected" if dispatch.corrects else dispatch.status.value)
    normal = "\x1f".join(" ".join(unicodedata.normalize("NFC", part).split()) for part in parts)
    return hashlib.sha256(normal.encode()).hexdigest()


_LANGUAGES = ("fr", "en", "ar", "de", "es", "it", "pt")  # what the wires in reach of the Sahel are written in
_SUREST_NEEDED = 0.5  # below it py3langid guesses: names alone, numbers, another language
_READ_AT_MOST = 4_000  # characters, plenty to tell a language by


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`, None where it cannot be told.  The first call loads the model (1 s)."""
    code, _ = _language_identifier().classify(text[:_READ_AT_MOST])
    return None if code == "und" else str(code)


@cache
def _language_identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # here, so that asking does not pay for loading it

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True, min_confidence=_SUREST_NEEDED)
    identifier.set_languages(_LANGUAGES)
    return identifier
