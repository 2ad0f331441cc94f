"""
Writes tiny models of real classes, for tests of the loader: `python3 scripts/make-tiny-vlm/build.py [FOLDER]`.
Needs Debian's python3-onnx (or onnx 1.12 and numpy). The weights come from fixed seeds: the same files every time.
"""
import json
import sys
from pathlib import Path

import numpy as np

sys.dont_write_bytecode = True
import tiny_qwen
import tiny_smolvlm
from decoder_graph import write_decoder, write_embeddings


def build(model, folder):
    random = np.random.Generator(np.random.PCG64(model.seed))
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    for name, content in model.files.items():
        (folder / name).write_text(json.dumps(content, indent=1, ensure_ascii=True) + "\n")
    model.write_vision(random, folder / "onnx" / "vision_encoder.onnx")
    write_embeddings(random, model.vocabulary, folder / "onnx" / "embed_tokens.onnx")
    write_decoder(random, model.vocabulary, model.sections, folder / "onnx" / "decoder_model_merged.onnx")


target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "test" / "fixtures" / "onnx"
build(tiny_smolvlm, target / "tiny-smolvlm")
build(tiny_qwen, target / "tiny-qwen2.5-vl")
