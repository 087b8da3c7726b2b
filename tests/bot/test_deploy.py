"""The systemd unit and the compose file: understood by what reads them, and naming only settings that exist."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "bot" / "deploy"
UNIT, COMPOSE = DEPLOY / "vigie.service", DEPLOY / "compose.yaml"
with_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")


@pytest.mark.parametrize("file", [UNIT, COMPOSE], ids=lambda file: file.name)
def test_only_settings_that_exist_are_named(file: Path) -> None:
    known = set(re.findall(r'"(VIGIE_[A-Z_]+)"', (ROOT / "bot/settings.py").read_text(encoding="utf-8")))
    named = set(re.findall(r"VIGIE_[A-Z_]+", file.read_text(encoding="utf-8")))
    assert named
    assert named <= known


def test_what_the_unit_sets_can_be_used() -> None:
    (line,) = re.findall(r"^Environment=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    settings = Settings.from_environment(dict(pair.split("=", 1) for pair in line.split()))
    assert (settings.health_port, settings.log) == (8080, "json")


@with_systemd
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    here = tmp_path / "vigie.service"
    text = UNIT.read_text(encoding="utf-8")
    here.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", text, flags=re.MULTILINE), encoding="utf-8")
    ran = subprocess.run(["systemd-analyze", "verify", here], capture_output=True, text=True, check=False)
    assert (ran.returncode, [line for line in ran.stderr.splitlines() if "vigie.service" in line]) == (0, [])


@with_systemd
def test_systemd_finds_the_unit_well_shut() -> None:
    """Its exposure is at most 2.0 of 10, which systemd calls OK."""
    words = ["systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", str(UNIT)]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_the_container_opens_no_port_and_writes_only_its_data() -> None:
    service = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]["vigie"]
    assert "ports" not in service
    assert (service["read_only"], service["cap_drop"], service["volumes"]) == (True, ["ALL"], ["vigie:/data"])


def test_the_container_asks_its_own_health() -> None:
    service = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]["vigie"]
    *_, script = service["healthcheck"]["test"]
    assert f"127.0.0.1:{service['environment']['VIGIE_HEALTH_PORT']}/health" in script
    compile(script, "healthcheck", "exec")
