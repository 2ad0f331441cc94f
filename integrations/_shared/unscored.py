"""What stands for a reward that could not be measured."""
import math
import os

from .errors import PrmSetupError, PrmUnscored
from .numbers import _finite

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
