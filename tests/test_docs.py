"""What the README says is so: its commands parse, its settings, fields and folders exist, and its answer is real."""

from __future__ import annotations

import re
import shlex
import subprocess
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from typer.core import TyperGroup

from bot.cli import command_line, main
from bot.terminal import Terminal
from index.model import NoteKey

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown_commands() -> list[str]:
    """Every line of the README's fenced shell blocks."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def commands_of(program: str) -> list[str]:
    return [line for line in shown_commands() if line.startswith(f"{program} ")]


def table_under(heading: str) -> str:
    return README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.fixture(scope="module")
def verbs() -> TyperGroup:
    return command_line(Terminal.of({"VIGIE_LANGUAGE": "en"}))


def parse(group: TyperGroup, words: list[str]) -> None:
    """Parses a command as the shell would hand it over, without running it; raises on what is not understood."""
    command = group.commands[words[0]]
    if isinstance(command, TyperGroup):
        parse(command, words[1:])
    else:
        command.make_context(words[0], words[1:])


def test_the_readme_shows_nothing_but_commands_that_we_test() -> None:
    assert {line.split()[0] for line in shown_commands()} == {"make", "vigie", "export", "docker"}


@pytest.mark.parametrize("line", commands_of("vigie"))
def test_a_shown_command_is_understood(line: str, verbs: TyperGroup) -> None:
    parse(verbs, shlex.split(line)[1:])


@pytest.mark.parametrize("line", [line for line in commands_of("docker") if "/data vigie " in line])
def test_a_command_in_the_container_is_understood(line: str, verbs: TyperGroup) -> None:
    parse(verbs, shlex.split(line.partition("/data ")[2])[1:])


@pytest.mark.parametrize("line", commands_of("make"))
def test_a_shown_target_exists(line: str) -> None:
    tried = subprocess.run(["make", "--dry-run", *line.split()[1:]], cwd=ROOT, capture_output=True, check=False)
    assert tried.returncode == 0


def test_every_verb_is_shown(verbs: TyperGroup) -> None:
    assert [verb for verb in verbs.commands if f"vigie {verb}" not in README] == []


def test_every_setting_is_in_the_table_and_nothing_else() -> None:
    read = set(re.findall(r'"(VIGIE_[A-Z_]+)"', (ROOT / "bot/settings.py").read_text(encoding="utf-8")))
    assert set(re.findall(r"^\| `(VIGIE_[A-Z_]+)`", table_under("Settings"), re.MULTILINE)) == read


def test_every_field_of_the_json_answer_is_told() -> None:
    written = re.findall(r'"([a-z0-9_]+)"(?=:|\])', (ROOT / "index/answer_json.py").read_text(encoding="utf-8"))
    assert [field for field in written if f"`{field}`" not in table_under("The JSON answer")] == []


def test_every_note_is_told() -> None:
    told = table_under("The JSON answer")
    assert [key for key in get_args(NoteKey) if f"`{key}`" not in told] == []


def test_the_map_names_folders_that_exist() -> None:
    named = re.findall(r"^\| `([a-z/]+/)`", table_under("The house"), re.MULTILINE)
    assert named
    assert [folder for folder in named if not (ROOT / folder).is_dir()] == []


def test_every_link_to_a_file_leads_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_the_answer_shown_is_what_the_samples_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"^```text\n\$ vigie (ask [^\n]*)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert shown
    collection = ["--data", str(tmp_path)]
    run([*collection, "ingest", "--samples"])
    capsys.readouterr()
    run([*collection, *shlex.split(shown[1])])
    assert capsys.readouterr().out == shown[2]


def run(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(words, {"VIGIE_LANGUAGE": "en"})


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_lock_names_no_address() -> None:
    for lock in (".requirements.lock", ".requirements-dev.lock", ".requirements-torch.lock"):
        assert not re.search(r"://|--(index|extra|find|trusted)", (ROOT / lock).read_text(encoding="utf-8"))


def test_the_lock_pins_everything_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=]", line)[0].lower().replace(".", "-").replace("_", "-") for line in asked}
    locked = "\n".join((ROOT / lock).read_text() for lock in (".requirements-dev.lock", ".requirements-torch.lock"))
    assert [name for name in sorted(names) if f"\n{name}==" not in locked] == []
