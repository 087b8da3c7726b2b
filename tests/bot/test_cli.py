"""The command line as a person runs it: in this process where that is enough, in one of its own where it is not."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.access import Role
from bot.cli import main
from bot.store import Store
from index import Engine

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from bot.cli import main; main()"]
VERBS = ("ingest", "ask", "chat", "bot", "people", "places", "feedback", "watch", "check", "rebuild", "purge")
LATER = datetime(2027, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str


Vigie = Callable[..., Ran]


@pytest.fixture
def vigie(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Vigie:
    """Runs the command in this process over a data folder of the test's own, in English unless told otherwise."""

    def run(*words: str, **environment: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(["--data", str(tmp_path / "data"), *words], {"VIGIE_LANGUAGE": "en", **environment})
        said = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Ran(code, said.out, said.err)

    return run


def apart(*words: str, told: str = "") -> Ran:
    """Runs the command in a process of its own."""
    ran = subprocess.run([*COMMAND, *words], input=told, cwd=ROOT, capture_output=True, text=True, check=False)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def records(folder: Path, *made: dict[str, str]) -> str:
    path = folder / "fed.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in made), encoding="utf-8")
    return str(path)


def attack(number: int, **more: str) -> dict[str, str]:
    body = f"Gunmen attacked a market in Gao on Tuesday and wounded {number + 2} traders."
    return {"id": f"a{number}", "source": "Test Wire", "body": body, "published": "2026-03-04T10:00:00Z"} | more


# -- what needs no collection ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_help_names_every_verb(vigie: Vigie, language: str) -> None:
    told = vigie("--help", VIGIE_LANGUAGE=language).out
    assert [v for v in VERBS if f" {v} " not in told] == []


def test_the_help_speaks_french(vigie: Vigie) -> None:
    assert "Poser une question" in vigie("--help", VIGIE_LANGUAGE="fr").out


def test_without_a_verb_the_help_is_shown(vigie: Vigie) -> None:
    assert vigie() == vigie("--help")


def test_the_version_is_the_installed_one(vigie: Vigie) -> None:
    assert vigie("--version").out == f"vigie {version('vigie')}\n"


def test_help_is_shown_even_when_the_settings_are_wrong(vigie: Vigie) -> None:
    assert vigie("ask", "--help", VIGIE_TIMEZONE="Mars/Base").code == 0


def test_an_unknown_verb_is_exit_code_2(vigie: Vigie) -> None:
    assert vigie("frobnicate").code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["frobnicate"], "« frobnicate » n’est pas compris ici."),
        (["ask", "x", "--limit", "0"], "« --limit » n’est pas compris ici."),
        (["ask", "x", "--limit"], "« --limit » n’est pas compris ici."),
        (["ask", "--frobnicate"], "« --frobnicate » n’est pas compris ici."),
        (["check", "x"], "« x » n’est pas compris ici."),
        (["places", "import"], "FILE... manque."),
    ],
)
def test_a_command_that_is_not_understood_is_told_in_french(vigie: Vigie, words: list[str], told: str) -> None:
    ran = vigie(*words, VIGIE_LANGUAGE="fr")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(told)


def test_places_without_a_verb_shows_its_help(vigie: Vigie) -> None:
    assert "import" in vigie("places").out


def test_help_loads_neither_torch_nor_faiss_nor_telegram() -> None:
    probe = (
        "import sys\nfrom bot.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
        "sys.exit(bool({'torch', 'faiss', 'telegram', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_importing_index_loads_no_torch() -> None:
    probe = "import sys, index; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False).returncode == 0


# -- words that cannot be used ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        (["ingest"], "Name a file"),
        (["ingest", "nowhere.jsonl"], "nowhere.jsonl"),
        (["ingest", "x", "--published", "soon"], "2026-08-20"),
        (["ask"], "--batch"),
        (["ask", "  "], "--batch"),
        (["ask", "where", "--batch", "file.jsonl"], "not both"),
        (["ask", "where", "--now", "soon"], "2026-08-20"),
        (["ask", "where", "--language", "de"], "fr or en"),
        (["ask", "near me", "--here", "Gao"], "14.48,-4.18"),
        (["ask", "near me", "--here", "95,0"], "14.48,-4.18"),
        (["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl"),
        (["purge"], "--before"),
        (["bot"], "VIGIE_TELEGRAM_TOKEN"),
        (["places", "add", "Mali"], "ML"),
        (["places", "import", "nowhere.txt"], "nowhere.txt"),
    ],
)
def test_a_word_that_cannot_be_used_is_told_with_its_cure(vigie: Vigie, words: list[str], cure: str) -> None:
    ran = vigie(*words)
    assert (ran.code, ran.out) == (1, "")
    assert cure in ran.err


def test_every_wrong_setting_is_told_at_once(vigie: Vigie) -> None:
    told = vigie("check", VIGIE_TIMEZONE="Mars/Base", VIGIE_OPERATORS="me").err
    assert "VIGIE_TIMEZONE" in told
    assert "VIGIE_OPERATORS" in told


def test_a_token_is_never_repeated(vigie: Vigie) -> None:
    ran = vigie("check", VIGIE_TELEGRAM_TOKEN="not-a-token-but-secret")  # noqa: S106 - the point of the test
    assert "not-a-token-but-secret" not in ran.out + ran.err


def test_a_data_folder_that_cannot_be_made_is_told(vigie: Vigie, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert "--data" in vigie("places", "list").err


# -- taking in and asking --------------------------------------------------------------------------------------


def test_what_is_taken_in_twice_is_told_as_the_same(vigie: Vigie, tmp_path: Path) -> None:
    fed = records(tmp_path, attack(1), attack(2))
    assert vigie("ingest", fed).out.startswith("Added: 2. Same: 0.")
    assert vigie("ingest", fed).out.startswith("Added: 0. Same: 2.")


def test_a_refused_record_is_told_with_its_line_and_stops_no_other(vigie: Vigie, tmp_path: Path) -> None:
    ran = vigie("ingest", records(tmp_path, attack(1), attack(2, id=""), attack(3)))
    assert ran.code == 1
    assert ran.out.startswith("Added: 2.")
    assert "fed.jsonl:2" in ran.err


def test_the_standard_input_is_taken_in(tmp_path: Path) -> None:
    ran = apart("--data", str(tmp_path), "ingest", "-", told=json.dumps(attack(1)))
    assert ran.code == 0
    assert ran.out.startswith("Added: 1.")


def test_answers_to_a_file_come_one_a_line_in_its_order(vigie: Vigie, tmp_path: Path) -> None:
    vigie("ingest", records(tmp_path, attack(1)))
    asked = tmp_path / "asked.jsonl"
    lines = [{"id": name, "question": question} for name, question in (("z", "attacks in Gao"), ("a", "où ?"))]
    asked.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    answers = [json.loads(line) for line in vigie("ask", "--batch", str(asked), "--json").out.splitlines()]
    assert [answer["id"] for answer in answers] == ["z", "a"]


def test_a_broken_line_of_a_file_stops_no_other_question(vigie: Vigie, tmp_path: Path) -> None:
    asked = tmp_path / "asked.jsonl"
    asked.write_text('{"id": "a"}\n{"id": "b", "question": "where?"}', encoding="utf-8")
    ran = vigie("ask", "--batch", str(asked), "--json")
    assert ran.code == 1
    assert "asked.jsonl:1" in ran.err
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["b"]


def test_an_answer_as_at_a_moment_holds_nothing_published_later(vigie: Vigie, tmp_path: Path) -> None:
    vigie("ingest", records(tmp_path, attack(1), attack(2, published="2026-05-01")))
    (line,) = vigie("ask", "attacks in Gao", "--now", "2026-04-01", "--json").out.splitlines()
    assert json.loads(line)["searched"]["dispatches"] == 1


def test_today_is_the_day_of_the_time_zone_that_is_set(vigie: Vigie, tmp_path: Path) -> None:
    words = ("ask", "attacks today", "--now", "2026-03-05T02:00:00Z", "--json")
    (line,) = vigie(*words, VIGIE_TIMEZONE="America/New_York").out.splitlines()
    assert json.loads(line)["query"]["window"] == {"start": "2026-03-04T05:00:00Z", "end": "2026-03-05T05:00:00Z"}


def test_near_me_is_measured_from_the_point_given(vigie: Vigie, tmp_path: Path) -> None:
    vigie("ingest", records(tmp_path, attack(1)))
    (line,) = vigie("ask", "attacks near me", "--here", "16.3,-0.1", "--json").out.splitlines()
    answer = json.loads(line)
    assert (answer["query"]["area"]["lat"], answer["query"]["area"]["lon"]) == (16.3, -0.1)
    assert len(answer["stories"]) == 1


def test_a_question_needs_no_quotation_marks(vigie: Vigie) -> None:
    (line,) = vigie("ask", "attacks", "in", "Gao", "--json").out.splitlines()
    assert json.loads(line)["question"] == "attacks in Gao"


def test_an_answer_in_words_quotes_the_text_and_names_its_source(vigie: Vigie, tmp_path: Path) -> None:
    vigie("ingest", records(tmp_path, attack(1)))
    told = vigie("ask", "latest attacks in Gao", "--now", "2026-03-05").out
    assert "Gunmen attacked a market in Gao on Tuesday and wounded 3 traders." in told
    assert "Test Wire" in told


def test_ctrl_c_keeps_what_was_taken_in(tmp_path: Path) -> None:
    batch = [json.dumps(attack(number)) + "\n" for number in range(64)]
    padding = [json.dumps(attack(100 + number, padding="x" * 8_000)) + "\n" for number in range(60)]
    with subprocess.Popen(
        [*COMMAND, "--data", str(tmp_path), "ingest", "-"], cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ingesting:
        assert ingesting.stdin
        assert ingesting.stderr
        # A pipe holds 64 KiB: once half a megabyte more is written, the first batch has been read and kept.
        ingesting.stdin.write("".join(batch + padding).encode())
        ingesting.stdin.flush()
        ingesting.send_signal(signal.SIGINT)
        told = ingesting.stderr.read().decode()
        assert ingesting.wait() == 130
    assert "run the same command again" in told or "relancez" in told
    with Engine.open(tmp_path) as engine:
        assert engine.searched(LATER).dispatches == 64


# -- the samples -----------------------------------------------------------------------------------------------


def test_the_samples_are_taken_in_as_samples(vigie: Vigie) -> None:
    vigie("ingest", "--samples")
    (line,) = vigie("ask", "latest attacks near Bamako", "--now", "2026-11-22", "--json").out.splitlines()
    passages = [passage for story in json.loads(line)["stories"] for passage in story["passages"]]
    assert passages
    assert all(passage["sample"] for passage in passages)


# -- looking after it ------------------------------------------------------------------------------------------


def test_purging_a_source_leaves_the_others(vigie: Vigie, tmp_path: Path) -> None:
    vigie("ingest", records(tmp_path, attack(1), attack(2, source="Other Wire")))
    assert "One dispatch was deleted." in vigie("purge", "--source", "Other Wire").out
    with Engine.open(tmp_path / "data") as engine:
        assert engine.searched(LATER).dispatches == 1


def test_purging_by_date_says_when_nothing_matches(vigie: Vigie) -> None:
    assert "nothing was deleted" in vigie("purge", "--before", "2020-01-01").out


def test_a_fresh_collection_is_well(vigie: Vigie) -> None:
    ran = vigie("check")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("✓") == 4


def test_every_line_of_a_check_bears_its_mark(vigie: Vigie) -> None:
    assert [line[0] for line in vigie("check").out.splitlines()] == ["✓", "✓", "✓", "✓", "!", "!"]


def test_places_that_were_never_read_are_told_with_the_cure(vigie: Vigie) -> None:
    assert "vigie places add ML" in vigie("places", "list").out


def test_a_country_file_is_read_and_listed(vigie: Vigie, tmp_path: Path) -> None:
    village = "1\tBorno-Test\tBorno-Test\t\t16.1\t0.2\tP\tPPL\tML\t\t07\t\t\t\t0\t\t\tAfrica/Bamako\t2020-01-01\n"
    (tmp_path / "ML.txt").write_text(village, encoding="utf-8")
    assert vigie("places", "import", str(tmp_path / "ML.txt")).code == 0
    told = vigie("places", "list").out
    assert told.startswith("ML.txt: 1 places, read on 20")
    assert "T" not in told.partition("read on")[2]  # a day, not a machine's moment


def test_people_are_listed_and_revoked_from_the_machine(vigie: Vigie, tmp_path: Path) -> None:
    vigie("places", "list")  # makes the folder
    with Store.open(tmp_path / "data") as store:
        store.people.set_role(77, Role.OPERATOR, LATER, "Awa")
    assert vigie("people", "list").out == "77 · operator · 2027-01-01 · Awa\n"
    assert vigie("people", "revoke", "77").code == 0
    with Store.open(tmp_path / "data") as store:
        assert (store.role(77), store.has_operator()) == (None, False)


@pytest.mark.parametrize(("operators", "told"), [("", "Nobody with the id 5"), ("5", "VIGIE_OPERATORS names 5")])
def test_who_cannot_be_revoked_is_told(vigie: Vigie, operators: str, told: str) -> None:
    ran = vigie("people", "revoke", "5", VIGIE_OPERATORS=operators)
    assert (ran.code, told in ran.err) == (1, True)


def test_rebuilding_says_how_much(vigie: Vigie) -> None:
    assert vigie("rebuild").out == "0 passages were computed anew.\n"


@pytest.fixture
def of_another_model(tmp_path: Path) -> str:
    """A folder whose vectors were made with another model than the settings name; no model is loaded for it."""
    database = sqlite3.connect(tmp_path / "data" / "vigie.sqlite3")
    database.execute("INSERT INTO models (id, name, identity) VALUES (1, 'another/model', 'another/model')")
    database.execute("INSERT INTO meta VALUES ('serving', '1')")
    database.commit()
    database.close()
    return "another/model"


@pytest.mark.parametrize("words", [("ask", "latest attacks near Gao"), ("ask", "attaques à Gao", "--json")])
def test_another_model_than_the_one_that_serves_is_told_first(
    vigie: Vigie, request: pytest.FixtureRequest, words: tuple[str, ...]
) -> None:
    vigie("places", "list")  # makes the folder
    request.getfixturevalue("of_another_model")
    assert "passages were computed with another/model" in vigie(*words).err
