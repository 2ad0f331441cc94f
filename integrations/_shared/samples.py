"""Says what a sample is, and which item of the server's dataset it belongs to."""
import json
import math
from collections.abc import Mapping

ID_KEYS = ("id", "problem_id", "item_id", "question_id")
ANSWER_KEYS = ("answer", "ground_truth", "expected_answer", "solution")


def make_sample(question, response, label):
    """A sample as POST /get_reward has it: the server cuts the response out of the query by the prompt."""
    prompt = question or "\n"  # An empty line where the trainer gives no question: then the label names the item.
    return {"query": prompt + response, "prompt": prompt, "label": label}


def mark_image(question):
    """A question whose image stays here: a server without the dataset then refuses it, rather than judging blindly."""
    return question if "<image>" in question else "<image>" + question


def groups_of(samples):
    """What is equal for the samples of one problem."""
    return [json.dumps([sample["prompt"], sample["label"]], default=str) for sample in samples]


def make_label(*sources):
    """What names the item: `{"id": …, "answer": …}` from the sources (mappings, JSON texts, plain values), else the first plain value."""
    found, plain = {}, None
    for source in map(_plain, sources):
        if isinstance(source, str) and source.lstrip().startswith("{"):
            try:
                source = json.loads(source)
            except ValueError:
                pass
        if not isinstance(source, Mapping):
            plain = source if plain is None else plain
            continue
        for name, keys in (("id", ID_KEYS), ("index", ("index",)), ("answer", ANSWER_KEYS)):
            values = (_plain(source.get(key)) for key in keys)
            value = next((one for one in values if isinstance(one, (str, int, float)) and one != ""), None)
            if value is not None:
                found.setdefault(name, value)
    if "id" in found or "index" in found:
        return {**found, **({} if plain is None or "answer" in found else {"answer": plain})}
    return found.get("answer") if plain is None else plain


def _plain(value):
    """Numbers of numpy and torch as numbers; a number that is none (a missing cell) as None."""
    try:
        value = value if isinstance(value, Mapping) else value.item()
    except (AttributeError, ValueError, RuntimeError):
        pass
    return None if isinstance(value, float) and not math.isfinite(value) else value
