"""Makes many fresh documents in a folder, without reading them: many.py SEED COUNT DIR [--producers a,b] [--jobs N].

The same seed makes the same documents; those that are there already are left alone.
"""
import argparse
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import random_document
from fuzz import allowed_values, plan_of


def one(seed, number, allowed, folder):
    name = f"{seed}-{number:05}"
    if not any(folder.glob(f"{name}.*")):
        made, _ = random_document.make(plan_of(seed, number, {}, allowed), folder, f"{name}.part")
        made.rename(folder / f"{name}{made.suffix}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("seed")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--producers", default="canvas,typst,text", help="the cheap ones by default")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    allowed = allowed_values([f"producer={options.producers}"], [])
    with ProcessPoolExecutor(options.jobs) as pool:
        jobs = [pool.submit(one, options.seed, number, allowed, options.folder) for number in range(options.count)]
        for job in jobs:
            job.result()
    print(f"{options.count} documents in {options.folder}")


if __name__ == "__main__":
    main()
