"""Calls compute_score as verl's naive reward manager does: the blocking form in threads, the other one as a coroutine."""
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

from load import attempt, give, load, read_input

shim = load("verl/prm_score.py")


async def call(samples, is_async, kwargs):
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(64))

    async def one(sample):
        named = {"data_source": "geo", "solution_str": sample["response"], "ground_truth": sample["ground_truth"], "extra_info": sample.get("extra_info"), **kwargs}
        if not is_async:
            return await loop.run_in_executor(None, attempt, functools.partial(shim.compute_score, **named))
        try:
            return {"value": await shim.compute_score_async(**named)}
        except Exception as error:
            return {"error": type(error).__name__, "message": str(error)}

    return await asyncio.gather(*map(one, samples))


request = read_input()
give(asyncio.run(call(request["samples"], request["async"], request.get("kwargs", {}))))
