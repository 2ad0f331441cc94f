"""Calls the batch form as EasyR1 does: the file is loaded by its path, settings are bound, one call a batch."""
from functools import partial

from load import attempt, give, load, read_input

request = read_input()
shim = load("easyr1/prm_reward.py")
compute_score = partial(shim.compute_score, **request.get("kwargs", {}))
give({**attempt(lambda: compute_score(request["inputs"])), "type": shim.REWARD_TYPE})
