from __future__ import annotations

from dataclasses import replace

import pytest

from index.model import Area, Borderland, Circle, ClaimVerb, Intent, Kind, Query, Region, Shape, Unit
from index.standing_json import standing_from_json, standing_to_json
from index.watch_model import Standing

MALI = Unit("Mali", ("ML",), 18.0, -2.0)
GAO = Circle("Gao", 16.27, -0.04, 50.0)
SAHEL = Region("Sahel", "sahel", (MALI, GAO), 15.0, 0.0)
QUERY = Query(
    text="attaques à Gao",
    language="fr",
    topic="marché",
    kinds=(Kind.ATTACK,),
    actors=("jnim",),
    area=None,
    window=None,
    intent=Intent.LATEST,
    verbs=(ClaimVerb.CLAIMS,),
    unplaced=("Sinda-Ouro",),
    asks_toll=True,
)


@pytest.mark.parametrize(
    "area",
    [
        None,
        MALI,
        GAO,
        SAHEL,
        Shape("x", (SAHEL, GAO), 1.0, 2.0),
        Borderland("y", ("ML-NE",), 30.0, 15.0, 3.0),
        Borderland("y", ("ML-NE",), 30.0, 15.0, 3.0, inside=MALI),
    ],
)
def test_what_is_kept_of_a_watch_is_read_back_as_it_was(area: Area | None) -> None:
    standing = Standing(replace(QUERY, area=area), 5, "Radio Falaise", "fr", (("march", 1.5),))
    assert standing_from_json(standing_to_json(standing)) == standing
