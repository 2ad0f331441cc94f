"""Calls the reward functions as TRL's GRPO does: keyword lists, columns of the dataset, hooks for logs; coroutines are gathered. `before` is an earlier batch."""
import asyncio
import types

from load import attempt, give, load, read_input

shim = load("trl/prm_reward.py")
request = read_input()
metrics, extras = {}, {}
given = {
    **request["columns"], "completion_ids": [[1, 2] for _ in request["columns"]["prompts"]], "trainer_state": types.SimpleNamespace(global_step=request["step"]) if "step" in request else None,
    "log_metric": metrics.__setitem__, "log_extra": extras.__setitem__,
}


async def gathered():
    return await asyncio.gather(*(shim.prm_reward_async(**given) for _ in range(2)))


before = attempt(lambda: shim.prm_reward(**request["before"])) if "before" in request else None
answer = attempt(lambda: asyncio.run(gathered()) if request["async"] else shim.prm_reward(**given))
give({**answer, "before": before, "metrics": metrics, "extras": extras, "name": shim.prm_reward.__name__, "isCoroutine": asyncio.iscoroutinefunction(shim.prm_reward_async)})
