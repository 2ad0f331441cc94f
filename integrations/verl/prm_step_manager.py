"""Reward manager of `prm serve` for verl that puts the reward of every step on the step's last token.

`reward.reward_manager.source=importlib`, `.name=PrmStepRewardManager`, `.module.path=integrations/verl/prm_step_manager.py`.
The reward of a step is in [-1,1], after the gate, divided by the number of steps (PRM_STEP_SCALE=mean, default: more steps earn no more; `sum`:
undivided); a step with nothing to check is 0. PRM_OUTCOME_WEIGHT (default 0) times the reward of the response is added on the last token.
Unscored: raises; in the older batch form PRM_ON_UNSCORED=group-mean spreads the mean of the scored ones. An answer comes within 290 s.
Images: `extra_info` or `ground_truth` names the item. Settings: PRM_SERVER_URL, PRM_API_KEY, PRM_DEADLINE. See docs/trainers.md.
"""
from __future__ import annotations

# >>> shared: copied from integrations/_shared by scripts/make-integrations.mjs; change it there
import asyncio
import functools
import http.client
import json
import logging
import math
import os
import random
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit


log = logging.getLogger("prm")


class PrmError(Exception):
    """A reward that could not be had."""


class PrmSetupError(PrmError):
    """Address, key or dataset are wrong: every sample would fail, so training has to stop."""


class PrmUnscored(PrmError):
    """One sample could not be measured."""


class PrmRefused(PrmUnscored):
    """The server refuses one sample for its image. Where it refuses all of them, the image root is wrong."""


def _finite(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"expected a finite number, got {value!r}")
    return float(value)


def _positive(name, given, default):
    value = given if given is not None else os.environ.get(name) or default
    try:
        if float(value) > 0:
            return float(value)
    except (TypeError, ValueError):
        pass
    raise PrmSetupError(f"Expected {name} to be a number above 0, got {value!r}.")


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


# What stands beside every reward: always these keys, always finite numbers (`extra_logs` of POST /get_reward).
LOG_KEYS = (
    "process", "answer", "answer_known", "format", "steps", "step_min", "step_mean",
    "visual_steps", "coverage", "claims", "contradicted", "unscored",
)


def _refusal(status, text, url):
    kind, message = _error_of(text)
    if status == 413:
        return PrmUnscored(f"HTTP {status} {message}")
    if kind == "image":
        return PrmRefused(f"HTTP {status} {message}")
    hint = {401: " Set PRM_API_KEY.", 403: " Set PRM_API_KEY, or ask at 127.0.0.1.", 404: " Does PRM_SERVER_URL lead to `prm serve`?"}
    return PrmSetupError(f"{url} refused: HTTP {status} {message}{hint.get(status, '')}")


def _error_of(text):
    try:
        error = json.loads(text)["error"]
        return str(error["type"]), str(error["message"])
    except (ValueError, KeyError, TypeError):
        return "", text[:200].decode(errors="replace")


def _parse(text, url):
    try:
        return json.loads(text)
    except ValueError as error:
        raise PrmSetupError(f"Expected JSON from {url}, got {text[:80]!r}.") from error


def _seconds(value):
    """Retry-After in seconds, from a number or a date."""
    try:
        return max(0.0, float(value))
    except (TypeError, ValueError):
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None


RETRIED = frozenset((408, 425, 429, 500, 502, 503, 504))
# Tries after which the verifier is asked whether it is well; if so, a sample that it fails on once more is given up.
PATIENCE = 4


class PrmClient:
    """Asks a reward server, patiently: what is refused or cut off is sent again until the deadline of the sample."""

    def __init__(self, url=None, key=None, deadline=None, concurrency=None, *, default_deadline=600.0):
        self.url = url or os.environ.get("PRM_SERVER_URL") or "http://127.0.0.1:8080"
        self._address = urlsplit(self.url)
        if self._address.scheme not in ("http", "https") or not self._address.hostname:
            raise PrmSetupError(f"Expected PRM_SERVER_URL like http://127.0.0.1:8080, got {self.url!r}.")
        self._key = key or os.environ.get("PRM_API_KEY") or None
        self.deadline = _positive("PRM_DEADLINE", deadline, default_deadline)
        self.concurrency = int(_positive("PRM_CONCURRENCY", concurrency, 128))
        self._first_call = threading.Lock()  # Taken for good by the first call that does not show a wrong set-up.
        self.training_step = None  # Where the trainer tells it, it goes into the reward log of the server.

    @functools.cached_property
    def threads(self):
        """Threads for async callers, whose event loop has too few of its own."""
        return ThreadPoolExecutor(self.concurrency, thread_name_prefix="prm")

    def ends(self):
        """When the deadline of what comes in now is over, on the monotonic clock."""
        return time.monotonic() + self.deadline

    def rewards(self, samples, stop=None, ends=None):
        """One answer a sample, in order: `{"reward": …, <LOG_KEYS>}`, or the PrmUnscored that says why there is none."""
        return self.each(self.reward, samples, stop, ends)

    async def rewards_async(self, samples, ends=None):
        """As `rewards`, without blocking the event loop; a caller that is cancelled ends the retries."""
        stop = threading.Event()
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, self.rewards, samples, stop, ends)
        finally:
            stop.set()

    def each(self, ask, samples, stop=None, ends=None):
        """Calls `ask(sample, stop, ends)` on every sample at once. A set-up error ends all of it; a first call of which all is refused is one."""
        is_first = len(samples) > 0 and self._first_call.acquire(blocking=False)
        stop = stop or threading.Event()

        def one(sample):
            try:
                if stop.is_set():
                    raise PrmUnscored("Another sample showed that the set-up is wrong.")
                return ask(sample, stop, ends)
            except PrmUnscored as error:
                log.warning("unscored: %s", error)
                return error
            except BaseException:
                stop.set()
                raise

        if len(samples) <= 1:
            answers = [one(sample) for sample in samples]
        else:
            with ThreadPoolExecutor(min(self.concurrency, len(samples)), thread_name_prefix="prm") as threads:
                answers = list(threads.map(one, samples))
        if is_first and all(isinstance(answer, PrmRefused) for answer in answers):
            self._first_call.release()  # A trainer that tries again is told again.
            raise PrmSetupError(f"{self.url} refused every sample of the first call: {answers[0]} Do --dataset and --images of `prm serve` belong together?") from answers[0]
        return answers

    def reward(self, sample, stop=None, ends=None):
        """The reward of one sample (see make_sample). Raises PrmSetupError, PrmUnscored."""
        body = {"query": [sample["query"]], "prompts": [sample["prompt"]], "labels": [sample["label"]]}
        answer = self.post("/get_reward", body, stop, ends)
        try:
            (reward,), logs = answer["rewards"], answer["extra_logs"]
            return {"reward": _finite(reward), **{key: _finite(logs[key][0]) for key in LOG_KEYS}}
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise PrmSetupError(f"Expected rewards from {self.url}, got another answer ({error!r}). Are server and shim of one version?") from error

    def post(self, path, body, stop=None, ends=None):
        """Sends until there is an answer, or until `ends`; by default the deadline begins now. Raises PrmSetupError, PrmUnscored."""
        data = json.dumps(body, allow_nan=False, default=str).encode()
        stop = stop or threading.Event()
        ends = self.ends() if ends is None else ends
        if time.monotonic() >= ends:
            raise PrmUnscored(f"No thread was free within {self.deadline:g} s to ask {self.url}: raise PRM_CONCURRENCY, or send fewer samples at once.")
        trial, told, was_ready = 0, "", False
        while True:
            trial += 1
            try:
                status, retry_after, text = self._send("POST", path, data, ends)
                kind, message = _error_of(text)
                reason = told = f"HTTP {status} {message}"
            except (OSError, http.client.HTTPException) as error:
                status, retry_after, kind, reason = 503, None, "", f"{type(error).__name__}: {error}"
            if status == 200:
                return _parse(text, self.url)
            if status not in RETRIED:
                raise _refusal(status, text, self.url)
            if kind == "verifier" and was_ready:
                raise PrmUnscored(f"The verifier of {self.url} answers, but not on this sample: {reason}")
            was_ready = kind == "verifier" and trial >= PATIENCE and self._is_ready(ends)
            # Jitter keeps the samples of a batch from coming back all at once.
            wait = random.uniform(0.5, 1) * min(30, 0.25 * 2 ** min(trial, 10))
            wait = max(wait, (retry_after or 0) * random.uniform(1, 1.25))
            if stop.is_set() or time.monotonic() + wait >= ends:
                raise PrmUnscored(f"No answer of {self.url} within {self.deadline:g} s and {trial} tries: {told or reason}")
            log.info("try %d failed, again in %.1f s: %s", trial, wait, reason)
            stop.wait(wait)

    def _is_ready(self, ends):
        """Whether the verifier behind the server answers at all."""
        try:
            return self._send("GET", "/ready", None, ends)[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def _send(self, method, path, data, ends):
        secure = self._address.scheme == "https"
        connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        left = max(0.05, ends - time.monotonic())
        connection = connect(self._address.hostname, self._address.port, timeout=left)
        headers = {"Content-Type": "application/json", "X-Request-Timeout": f"{left:.2f}", "Connection": "close"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        if isinstance(self.training_step, int):
            headers["X-Training-Step"] = str(self.training_step)
        try:
            connection.connect()
            sock = connection.sock
            try:
                sock.settimeout(max(0.05, ends - time.monotonic()))
                connection.request(method, self._address.path.rstrip("/") + path, data, headers)
            except (BrokenPipeError, ConnectionResetError):
                pass  # A server that refuses early has answered before it read everything.
            sock.settimeout(max(0.05, ends - time.monotonic()))
            response = connection.getresponse()
            parts = []
            while True:
                sock.settimeout(max(0.05, ends - time.monotonic()))
                part = response.read1(65536)
                if not part:
                    break
                parts.append(part)
                if time.monotonic() > ends:
                    raise TimeoutError("the answer did not end in time")
            length = response.getheader("Content-Length")
            text = b"".join(parts)
            if length is not None and len(text) < int(length):
                raise http.client.IncompleteRead(text)
            return response.status, _seconds(response.getheader("Retry-After")), text
        finally:
            connection.close()


@functools.lru_cache(maxsize=16)
def client_for(url=None, key=None, deadline=None, concurrency=None, default_deadline=600.0):
    """One client for equal settings. What is not given comes from PRM_SERVER_URL, PRM_API_KEY, PRM_DEADLINE, PRM_CONCURRENCY."""
    return PrmClient(url, key, deadline, concurrency, default_deadline=default_deadline)


def rewards_of(answers):
    """The numbers of answers; what is unscored stays as it is."""
    return [answer if isinstance(answer, PrmUnscored) else answer["reward"] for answer in answers]


def fill_unscored(rewards, groups, mode):
    """Puts what `mode` says where a reward is a PrmUnscored: `none`, `raise`, `group-mean` (of the scored ones of its group), or a number."""
    scored = {}
    for reward, group in zip(rewards, groups):
        if not isinstance(reward, PrmUnscored):
            scored.setdefault(group, []).append(reward)
    means = {group: math.fsum(known) / len(known) for group, known in scored.items()}

    def settle(reward, group):
        if not isinstance(reward, PrmUnscored):
            return reward
        if mode == "none":
            return None
        if mode == "group-mean" and group in means:
            return means[group]
        if mode in ("raise", "group-mean"):
            raise reward
        return mode

    return [settle(reward, group) for reward, group in zip(rewards, groups)]


def unscored_mode(given, default, allowed):
    """How unscored samples are settled: the argument, PRM_ON_UNSCORED, or the trainer's own way."""
    mode = given if given is not None else os.environ.get("PRM_ON_UNSCORED") or default
    if mode in allowed:
        return mode
    try:
        return _finite(float(mode))
    except (TypeError, ValueError):
        raise PrmSetupError(f"Expected PRM_ON_UNSCORED to be {', '.join(allowed)} or a number, got {mode!r}.") from None


# <<< shared


# What verl logs beside the score: it takes the keys of the first sample for all, so they never change.
STEP_KEYS = ("score", "steps", "step_min", "step_mean", "visual_steps", "unscored")


class StepScore(float):
    """The reward of a response; its step rewards by token stand in `placed`, a list of (token, reward)."""

    # Ray sends a class of `__main__` along by value, if it has no functions: the module that verl makes of this file has no name elsewhere.
    __module__ = "__main__"
    placed = ()


class PrmStepRewardManager:
    """Serves verl's reward loop (`run_single`, `assemble_rm_scores`) and its older batch form (`__call__`)."""

    def __init__(self, config=None, tokenizer=None, compute_score=None, num_examine=0, reward_fn_key="data_source", server_url=None, api_key=None, deadline=None, step_scale=None, outcome_weight=None, on_unscored=None, **_):
        self.tokenizer = tokenizer
        self._settings = (server_url, api_key, deadline)
        self.step_scale = step_scale or os.environ.get("PRM_STEP_SCALE") or "mean"
        if self.step_scale not in ("mean", "sum"):
            raise PrmSetupError(f"Expected PRM_STEP_SCALE to be mean or sum, got {self.step_scale!r}.")
        self.outcome_weight = float(outcome_weight if outcome_weight is not None else os.environ.get("PRM_OUTCOME_WEIGHT") or 0)
        self.mode = unscored_mode(on_unscored, "raise", ("raise", "group-mean"))

    @property
    def client(self):
        client = client_for(*self._settings, None, 270.0)
        client.deadline = min(client.deadline, 290.0)
        return client

    async def run_single(self, data):
        """One sample of the reward loop. Where verl calls `assemble_rm_scores` the steps are on their tokens, elsewhere the sum is on the last."""
        item = data[len(data) - 1]
        loop = asyncio.get_running_loop()
        (placed, info), = await loop.run_in_executor(self.client.threads, self._place_all, [item], self.client.ends())
        score = StepScore(math.fsum(reward for _, reward in placed))
        score.placed = placed
        return {"reward_score": score, "reward_extra_info": info}

    @classmethod
    def assemble_rm_scores(cls, data, scores):
        """The tensor of token rewards of a batch."""
        return _spread(data, [getattr(score, "placed", None) or [(None, float(score))] for score in scores])

    def __call__(self, data, return_dict=False):
        """A whole batch, as older verl asks: rewards by token, and what is logged."""
        if "rm_scores" in data.batch.keys():
            return {"reward_tensor": data.batch["rm_scores"], "reward_extra_info": {}} if return_dict else data.batch["rm_scores"]
        results = self._place_all([data[at] for at in range(len(data))])
        rewards = _spread(data, [placed for placed, _ in results])
        infos = {key: [info[key] for _, info in results] for key in STEP_KEYS}
        return {"reward_tensor": rewards, "reward_extra_info": infos} if return_dict else rewards

    def _place_all(self, items, ends=None):
        requests = [self._request(item) for item in items]
        answers = self.client.each(self._ask, [body for body, _ in requests], ends=ends)
        placed = [None if isinstance(answer, PrmUnscored) else self._place(answer, *tokens) for answer, (_, tokens) in zip(answers, requests)]
        sums = [answer if places is None else math.fsum(reward for _, reward in places) for answer, places in zip(answers, placed)]
        filled = fill_unscored(sums, [json.dumps([body.get("id"), body.get("question")]) for body, _ in requests], self.mode)
        return [
            ([(None, total)], {**dict.fromkeys(STEP_KEYS, 0.0), "score": total, "unscored": 1.0}) if places is None else (places, _info(answer))
            for places, total, answer in zip(placed, filled, answers)
        ]

    def _request(self, item):
        response, mask = _as_list(_field(item, "responses")), _as_list(_field(item, "attention_mask"))
        ids = response[: int(sum(mask[-len(response):]))]
        text = self.tokenizer.decode(ids, skip_special_tokens=True)
        extra = _field(item, "extra_info") or {}
        clues = clues_of((_field(item, "reward_model") or {}).get("ground_truth"), extra)
        asked = {"question": str(extra["question"])} if extra.get("question") else {}
        named = {"id": str(clues["id"])} if "id" in clues else {} if asked else _named_by_index(clues)
        answer = {"answer": str(clues["answer"])} if "answer" in clues else {}
        if not named and not asked:
            raise PrmSetupError("Expected extra_info or ground_truth to name the item as {\"id\": …}, or extra_info.question, got neither. An index is taken as an id only with two letters or more.")
        return {**named, **asked, **answer, "responses": [text]}, (ids, text)

    def _ask(self, body, stop, ends):
        answer = self.client.post("/v1/steps", body, stop, ends)
        try:
            (result,) = answer["results"]
            if result["status"] != "ok":
                raise PrmUnscored(f"{body.get('id')}: {(result.get('error') or {}).get('message', 'a step is unscored')}")
            for step in result["steps"]:
                step["gated"] = 0.0 if step["status"] == "no-evidence" else _finite(step["gated"])
                if "shaped" in step:
                    step["shaped"] = _finite(step["shaped"])
            return {"reward": _finite(result["reward"]), "steps": result["steps"]}
        except (KeyError, TypeError, ValueError) as error:
            raise PrmSetupError(f"Expected step rewards from {self.client.url}, got another answer ({error!r}). Are server and shim of one version?") from error

    def _place(self, answer, ids, text):
        steps = answer["steps"]
        if not steps:  # Saying nothing is worth what the server says, on the scale of steps; it is no way around wrong ones.
            return [(None, 2 * answer["reward"] - 1)]
        is_shaped = "shaped" in steps[0]  # Started with --potential-gamma: those rewards add up to a constant, so they are never scaled.
        if is_shaped and not self.outcome_weight:
            raise PrmSetupError("Expected PRM_OUTCOME_WEIGHT above 0, since the server gives potential-based rewards (--potential-gamma): without the reward of the response they teach nothing.")
        scale = 1 / len(steps) if self.step_scale == "mean" else 1.0
        ends = [None if step.get("charEnd") is None else code_points(text, step["charEnd"]) for step in steps]
        tokens = last_tokens(self.tokenizer, ids, text, ends)
        placed = [(token, step["shaped"] if is_shaped else step["gated"] * scale) for token, step in zip(tokens, steps)]
        return placed + ([(None, self.outcome_weight * answer["reward"])] if self.outcome_weight else [])


def code_points(text, units):
    """A place in UTF-16 code units, as the server counts, in characters of Python."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def last_tokens(tokenizer, ids, text, ends):
    """For every end (in characters) the index of the token that writes the character before it; None stays None: the last token."""
    offsets = _offsets(tokenizer, ids, text)
    if offsets is not None:
        return [None if end is None else max((at for at, (start, _) in enumerate(offsets) if start < end), default=None) for end in ends]

    @functools.lru_cache(maxsize=None)
    def written(count):
        """How much of the text the first tokens write: a character of which a part is still missing does not count."""
        return len(os.path.commonprefix((tokenizer.decode(ids[:count], skip_special_tokens=True), text)))

    def find(end):
        low, high = 1, len(ids)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if written(middle) >= end else (middle + 1, high)
        return low - 1

    return [None if end is None or not ids else find(end) for end in ends]


def _offsets(tokenizer, ids, text):
    """Where the tokens stand in the text; None where the tokenizer cannot say, or would cut the text otherwise than the policy wrote it."""
    try:
        again = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
        return again["offset_mapping"] if list(again["input_ids"]) == ids[: len(again["input_ids"])] else None
    except (TypeError, ValueError, KeyError, NotImplementedError):
        return None


def _spread(data, placed):
    """Rewards on their tokens, None on the last token of the response."""
    import torch

    responses = _field(data, "responses")
    lengths = _field(data, "attention_mask")[:, -responses.shape[-1]:].sum(dim=-1).tolist()
    rewards = torch.zeros(responses.shape, dtype=torch.float32, device=responses.device)
    for row, (places, length) in enumerate(zip(placed, lengths)):
        for token, reward in places:
            rewards[row, max(0, int(length) - 1) if token is None else token] += reward
    return rewards


def _info(answer):
    gated = [step["gated"] for step in answer["steps"]]
    return {
        "score": answer["reward"], "steps": float(len(gated)), "step_min": min(gated, default=0.0), "step_mean": math.fsum(gated) / max(1, len(gated)),
        "visual_steps": float(sum(1 for step in answer["steps"] if step["visual"])), "unscored": 0.0,
    }


def _named_by_index(clues):
    """The index as an id, where it cannot be the number of a row: that may be the id of another problem."""
    index = str(clues.get("index", ""))
    return {"id": index} if sum(map(str.isalpha, index)) > 1 else {}


def _field(data, key):
    """A field of a batch or of one sample, in both forms of verl: DataProto, and TensorDict with its wrapped objects."""
    if hasattr(data, "non_tensor_batch"):
        found = data.batch[key] if key in ("responses", "attention_mask") else data.non_tensor_batch.get(key)
    elif hasattr(data, "get"):
        found = data.get(key, None)
    else:
        raise PrmSetupError(f"Expected samples as verl's DataProto or TensorDict, got {type(data).__name__}. This shim is for another version of verl.")
    if key in ("responses", "attention_mask") and (found is None or getattr(found, "is_nested", False)):
        raise PrmSetupError(f"Expected `{key}` as a padded tensor, got {'nothing' if found is None else 'a nested one'}. Turn on padding of the rollouts, or use prm_score.py.")
    return found.data if type(found).__name__ == "NonTensorData" else found


def _as_list(tensor):
    return tensor.tolist() if hasattr(tensor, "tolist") else list(tensor)
