"""The plan of the house, proved by reading the source: doors open downwards, libraries stay in their rooms."""

from __future__ import annotations

import ast
import re
import statistics
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

_FLOOR = re.compile(r"^    (\w+(?:, \w+)*)  +\S", re.MULTILINE)


def floors_of(package: str) -> list[list[str]]:
    """The floors on the map in the package's docstring, from the roof down."""
    shown = ast.get_docstring(ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8")), clean=False)
    return [[f"{package}.{room}" for room in floor.split(", ")] for floor in _FLOOR.findall(shown or "")]


FLOORS = [*floors_of("bot"), ["index"], *floors_of("index")]
FLOOR_OF = {room: height for height, rooms in enumerate(reversed(FLOORS)) for room in rooms}

# Each foreign library and the only modules that may import it.  Those of `index.encoders` make the model in the box and
# serve nothing: `models` alone may name the libraries that otherwise only `index.encoder` knows.
KEPT_IN = {
    "sqlite3": {"index.schema"},
    "faiss": {"index.vectors"},
    "sentence_transformers": {"index.encoder", "index.encoders.models"},
    "transformers": {"index.encoder", "index.encoders.models"},
    "torch": {
        "index.encoder",
        "index.encoders.commonness",
        "index.encoders.distil",
        "index.encoders.lessons",
        "index.encoders.models",
        "index.encoders.school",
        "index.encoders.stored",
    },
    "typer": {"bot.cli", "bot.watch_verbs"},
    "rich": {"bot.terminal", "index.encoders.distil"},
    "httpx": {"bot.country_files", "bot.verdicts"},
}
WITH_SQL = {
    *("index.migrations", "index.schema", "index.archive", "index.atlas", "index.finder", "index.vector_rows"),
    *("index.account_rows", "index.echo_rows", "index.story_rows", "index.story_links", "index.story_finder"),
    *("index.watches", "index.watch_owners", "index.outbox", "index.leases"),
    *("bot.database", "bot.people", "bot.chats", "bot.talks", "bot.feedback", "bot.store"),
}
_STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|VACUUM)\b")
# The rooms that reach outside, each a different thing: none knows of another, `engine` and its journeys join them.
ADAPTERS = {"index.archive", "index.vectors", "index.encoder", "index.geonames", "index.readers"}
TYPES_OF_ADAPTERS = {("index.archive", "index.encoder"), ("index.vectors", "index.encoder")}  # what a vector is
WITHOUT_TELEGRAM = {"bot.render", "bot.access", "bot.settings", "bot.catalogue", "bot.markup", "bot.wording"}
MAX_FUNCTION_LINES = 60
MAX_FILE_LINES = 400


@cache
def sources() -> tuple[Path, ...]:
    return tuple(path for package in ("index", "bot") for path in sorted((ROOT / package).rglob("*.py")))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """A folder is one room: `index.readers.plain` stands in `index.readers`."""
    return ".".join(module.split(".")[:2])


def imports_of(path: Path) -> Iterator[str]:
    """Every module imported anywhere in the file, inside functions and for type checking too."""
    modules = {module_of(source) for source in sources()}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & modules
            yield from inner or {str(node.module)}


def doors() -> Iterator[tuple[str, str]]:
    """(room, room it imports) for every import inside the house."""
    for path in sources():
        room = room_of(module_of(path))
        for module in imports_of(path):
            if module.split(".")[0] in ("index", "bot") and room_of(module) != room:
                yield room, room_of(module)


def functions() -> Iterator[tuple[str, int]]:
    for path in sources():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                yield f"{module_of(path)}.{node.name}", node.end_lineno - node.lineno + 1


def called_names(path: Path) -> set[str]:
    tree = tree_of(path)
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def texts_of(path: Path) -> list[str]:
    """Every string constant of the file."""
    tree = tree_of(path)
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def libraries_of(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imports_of(path)}


def test_every_room_stands_on_the_map() -> None:
    rooms = {room_of(module_of(path)) for path in sources()} - {"bot"}
    assert rooms == set(FLOOR_OF)


def test_no_room_stands_on_the_map_twice() -> None:
    assert len(FLOOR_OF) == sum(len(floor) for floor in FLOORS)


def test_doors_open_downwards_only() -> None:
    upwards = {(room, other) for room, other in doors() if FLOOR_OF[other] > FLOOR_OF[room]}
    assert upwards == set()


def test_no_room_leads_back_to_itself() -> None:
    plan: dict[str, set[str]] = {}
    for room, other in doors():
        plan.setdefault(room, set()).add(other)
    assert list(TopologicalSorter(plan).static_order())  # raises CycleError, which names the circle


def test_adapters_do_not_know_each_other() -> None:
    assert {(a, b) for a, b in doors() if a in ADAPTERS and b in ADAPTERS} <= TYPES_OF_ADAPTERS


def test_index_knows_nothing_of_bot() -> None:
    assert {room for room, other in doors() if room.startswith("index") and other.startswith("bot")} == set()


def test_bot_sees_only_the_public_names_of_index() -> None:
    seen = {(room, other) for room, other in doors() if room.startswith("bot") and other.startswith("index")}
    assert {(room, other) for room, other in seen if other != "index"} == set()
    assert seen  # an empty set would prove nothing


@pytest.mark.parametrize("library", sorted(KEPT_IN))
def test_a_library_stays_in_its_rooms(library: str) -> None:
    users = {module_of(path) for path in sources() if library in libraries_of(path)}
    assert users <= KEPT_IN[library]


def test_serving_never_reaches_what_makes_the_model() -> None:
    assert {room for room, other in doors() if other == "index.encoders"} == set()


def test_sql_stays_in_its_rooms() -> None:
    assert {room_of(module_of(path)) for path in sources() if any(map(_STATEMENT.match, texts_of(path)))} <= WITH_SQL


def test_telegram_stays_out_of_index_and_of_what_is_pure() -> None:
    users = {
        room_of(module_of(path)) for path in sources() if "telegram" in {m.split(".")[0] for m in imports_of(path)}
    }
    assert {room for room in users if room.startswith("index") or room in WITHOUT_TELEGRAM} == set()


def test_the_only_clock_is_in_the_command_line() -> None:
    clocks = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    assert {module_of(path) for path in sources() if called_names(path) & clocks} == {"bot.cli"}


def test_no_function_is_longer_than_a_screen() -> None:
    assert {name: lines for name, lines in functions() if lines > MAX_FUNCTION_LINES} == {}


def test_half_of_the_functions_have_fewer_than_ten_lines() -> None:
    assert statistics.median(lines for _, lines in functions()) < 10


def test_no_file_is_longer_than_a_room() -> None:
    lengths = {module_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_FILE_LINES} == {}


def test_every_library_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["train"]]
    asked = {re.split(r"[\[<>=]", line)[0].lower() for line in lines}
    foreign = set().union(*map(libraries_of, sources())) - set(sys.stdlib_module_names) - {"index", "bot"}
    sold_as = packages_distributions()
    assert [name for name in sorted(foreign) if not {sold.lower() for sold in sold_as.get(name, [])} & asked] == []
