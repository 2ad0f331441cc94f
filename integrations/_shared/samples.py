"""Says what a sample is, and which item of the server's dataset it belongs to."""
import json
import math
from collections.abc import Mapping

ID_KEYS = ("id", "problem_id", "item_id", "question_id")
ANSWER_KEYS = ("ground_truth", "expected_answer", "answer", "solution")


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


def make_label(truth, extra=None):
    """What names the item, as the server reads it: `{"id": …, "index": …, "answer": …}`, or the answer alone, which may as well be a bare id."""
    clues = clues_of(truth, extra)
    return clues if "id" in clues or "index" in clues else clues.get("answer")


def clues_of(truth, extra=None):
    """Id, index and answer, as far as `truth` (a mapping, its JSON text, a plain value) and what stands beside it say them.

    The answer of `extra` counts only where the truth gives none: GSM8K, for one, has its whole rationale there.
    """
    truth, extra = _fields(truth), _fields(extra)
    found = {"id": _first(extra, ID_KEYS) or _first(truth, ID_KEYS), "index": _first(extra, ("index",)) or _first(truth, ("index",))}
    found["answer"] = _answer(truth) or _answer(extra)
    return {name: values[0] for name, values in found.items() if values}


def _fields(source):
    """A source as a mapping; a plain value is an answer."""
    source = _plain(source)
    if isinstance(source, str) and source.lstrip().startswith("{"):
        try:
            source = json.loads(source)
        except ValueError:
            pass
    if isinstance(source, Mapping):
        return source
    return {} if source is None or isinstance(source, str) and not source else {"ground_truth": source}


def _answer(fields):
    """The answer, in a list. Of `answer` and `solution` one is often a whole rationale: the shorter is the answer."""
    either = [*_first(fields, ("answer",)), *_first(fields, ("solution",))]
    return _first(fields, ("ground_truth", "expected_answer")) or sorted(either, key=lambda value: len(str(value)))[:1]


def _first(fields, keys):
    """The first scalar under one of the keys, in a list, which is empty where there is none."""
    values = (_plain(fields.get(key)) for key in keys)
    return [value for value in values if isinstance(value, (str, int, float)) and value != ""][:1]


def _plain(value):
    """Numbers of numpy and torch as numbers; a number that is none (a missing cell) as None."""
    try:
        value = value if isinstance(value, Mapping) else value.item()
    except (AttributeError, ValueError, RuntimeError):
        pass
    return None if isinstance(value, float) and not math.isfinite(value) else value
