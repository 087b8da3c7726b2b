"""How the model in the box is stored: small, and readable by any loader."""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from index.encoders.vocabulary import EMBEDDING

LAYERS = "encoder.layer."
LARGEST = 448.0  # that eight bits hold: what is above is cut off; the smallest that matter stay above 1/64


def shrink(folder: Path) -> None:
    """Store the rows of the vocabulary and the matrices of the layers in eight bits (E4M3, Micikevicius et al. 2022,
    arXiv 2209.05433), all else in half precision, the tokenizer without blanks: any loader brings them back to the
    precision it works in.

    A row is normalised with its position and type before anything else sees it, so the three may be scaled as one into
    the range where eight bits are closest: each number is then off by 2.6% on average, as those of the layers are.  A
    model that was stored so and learnt more has scaled rows already."""
    weights = load_file(folder / "model.safetensors")
    rows = [name for name in weights if name.startswith("embeddings.") and name.endswith("_embeddings.weight")]
    scale = 2.0 ** math.floor(math.log2(LARGEST / weights[EMBEDDING].float().abs().max().item()))
    small = {k: (v.float() * (scale if k in rows else 1.0)).half().contiguous() for k, v in weights.items()}
    for name in (EMBEDDING, *(name for name in small if LAYERS in name and small[name].dim() == 2)):
        small[name] = small[name].to(torch.float8_e4m3fn)
    save_file(small, folder / "model.safetensors", {"format": "pt"})
    for step in folder.glob("*_Dense/model.safetensors"):
        save_file({name: weights.half() for name, weights in load_file(step).items()}, step, {"format": "pt"})
    for step in folder.glob("*_WordWeights"):
        (step / "model.safetensors").unlink(missing_ok=True)  # made anew from the settings, and read by nothing
        table = json.loads((step / "config.json").read_text(encoding="utf-8"))
        (step / "config.json").write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    settings = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    settings.pop("torch_dtype", None)
    settings["dtype"] = "float32"  # what it is read as
    (folder / "config.json").write_text(json.dumps(settings, indent=2), encoding="utf-8")
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["padding"] = None  # what was last read with it is nobody else's setting
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
