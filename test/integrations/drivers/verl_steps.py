"""Calls the step manager as verl does, with a tokenizer of a few lines: words, and single bytes for what is not ASCII."""
import asyncio
import importlib.util
import re

from load import attempt, give, load, read_input

EOS = 1_000_000


class Tokenizer:
    def __init__(self, knows_offsets):
        self.knows_offsets = knows_offsets

    def encode(self, text):
        for piece in re.findall(r"[\x00-\x7f]{1,3}|[^\x00-\x7f]", text):
            if piece.isascii():
                yield int.from_bytes(b"\x01" + piece.encode(), "big") << 8, len(piece)
            else:
                for at, byte in enumerate(piece.encode()):
                    yield byte << 1 | 1, 0 if at else 1

    def __call__(self, text, add_special_tokens=True, return_offsets_mapping=False):
        if not self.knows_offsets:
            raise NotImplementedError("a slow tokenizer has no offsets")
        ids, offsets, at = [], [], 0
        for token, width in self.encode(text):
            if width == 0:
                offsets.append(offsets[-1])
            else:
                offsets.append((at, at + width))
            at += width
            ids.append(token)
        return {"input_ids": ids, "offset_mapping": offsets}

    def decode(self, ids, skip_special_tokens=False):
        parts = (bytes([token >> 1]) if token & 1 else (token >> 8).to_bytes(8, "big").lstrip(b"\0")[1:] for token in ids if token != EOS)
        return b"".join(parts).decode(errors="replace")


class Item:
    def __init__(self, batch, non_tensor_batch):
        self.batch, self.non_tensor_batch = batch, non_tensor_batch


def item_of(sample, tokenizer, width):
    ids = [token for token, _ in tokenizer.encode(sample["response"])] + [EOS]
    pad = [0] * (width - len(ids))
    return Item(
        {"prompts": [7, 7], "responses": ids + pad, "attention_mask": [1, 1] + [1] * len(ids) + pad},
        {"extra_info": sample.get("extra_info", {}), "reward_model": {"ground_truth": sample.get("ground_truth")}, "data_source": "geo"},
    )


class NonTensorData:
    def __init__(self, data):
        self.data = data


class TensorDictItem(dict):
    """A sample in the other form: one mapping, objects wrapped."""

    def __init__(self, item, is_nested=False):
        wrapped = {key: NonTensorData(value) for key, value in item.non_tensor_batch.items()}
        super().__init__({**item.batch, **wrapped})
        if is_nested:
            self["responses"] = type("Nested", (), {"is_nested": True})()


class Batch(list):
    """A DataProto of tensors, where torch is there."""

    def __init__(self, items):
        import torch

        super().__init__(items)
        self.batch = {key: torch.tensor([item.batch[key] for item in items]) for key in ("prompts", "responses", "attention_mask")}
        self.non_tensor_batch = {key: [item.non_tensor_batch[key] for item in items] for key in items[0].non_tensor_batch}
        for item, row in zip(items, range(len(items))):
            item.batch = {key: tensor[row] for key, tensor in self.batch.items()}


def main(request):
    shim = load("verl/prm_step_manager.py")
    tokenizer = Tokenizer(request.get("offsets", False))
    manager = shim.PrmStepRewardManager(config=None, tokenizer=tokenizer, compute_score=None, **request.get("kwargs", {}))
    items = [item_of(sample, tokenizer, request.get("width", 400)) for sample in request["samples"]]
    given = items if request.get("form") is None else [object() if request["form"] == "other" else TensorDictItem(item, request["form"] == "nested") for item in items]

    async def single():
        return await asyncio.gather(*(manager.run_single([item]) for item in given))

    def tell(result, item):
        score = result["reward_score"]
        # The text up to and with the token that bears the reward.
        return {
            "sum": float(score), "isFloat": isinstance(score, float), "info": result["reward_extra_info"],
            "placed": [[None if token is None else tokenizer.decode(item.batch["responses"][: token + 1]), reward] for token, reward in score.placed],
        }

    results = asyncio.run(single())
    told = [tell(*pair) for pair in zip(results, items)]
    if request.get("torch"):
        batch = Batch(items)
        whole = manager(batch, return_dict=True)
        spread = shim.PrmStepRewardManager.assemble_rm_scores(batch, [result["reward_score"] for result in results])
        told.append({"tensor": whole["reward_tensor"].tolist(), "same": bool((spread == whole["reward_tensor"]).all()), "keys": list(whole["reward_extra_info"])})
    return told


if __name__ == "__main__":
    give({**attempt(lambda: main(read_input())), "torch": importlib.util.find_spec("torch") is not None})
