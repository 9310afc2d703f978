"""Make the test environment ready and run the tests:  python3 packaging/test.py [PYTEST ARGS] | --bench [NAMES]

All tests, also in their --long form, are shared between the processors; with other arguments pytest has just those.
`--bench` runs the benchmarks in tests/benchmarks instead and prints their ratios.
"""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bootstrap

# Each processor takes its part of the list, whose neighbours share what they stand on, then what another has left.
SHARED = ["-n", "logical", "--dist", "worksteal"]


def test(arguments):
    """Run pytest, off screen unless told otherwise."""
    python = bootstrap.ensure("requirements-test.txt")
    environment = {} if "QT_QPA_PLATFORM" in os.environ else {"QT_QPA_PLATFORM": "offscreen"}
    os.chdir(bootstrap.ROOT)
    if "--bench" in arguments:
        raise SystemExit(bench(python, [a for a in arguments if a != "--bench"], dict(os.environ, **environment)))
    shared = SHARED if set(arguments) <= {"--long"} else []
    bootstrap.hand_over([python, "-m", "pytest", *shared, *arguments], environment)


def bench(python, words, environment):
    """Run the benchmarks whose names hold one of the words (all without words), each in a process of its own."""
    folder = os.path.join(bootstrap.ROOT, "tests", "benchmarks")
    names = [n for n in sorted(os.listdir(folder)) if n.startswith("bench_") and n.endswith(".py")]
    chosen = [n for n in names if not words or any(word in n for word in words)]
    if not chosen:
        raise bootstrap.Missing("No benchmark has such a name; there are: " + ", ".join(names))
    codes = []
    for name in chosen:
        print("\n== " + name, flush=True)
        codes.append(subprocess.run([python, *how_to_run(os.path.join(folder, name))], env=environment).returncode)
    return max(codes)


def how_to_run(path):
    """Return the interpreter's arguments: a benchmark is a script of its own or a file of pytest functions."""
    with open(path, encoding="utf-8") as file:
        if "__main__" in file.read():
            return [path]
    functions = ["-o", "python_files=bench_*.py", "-o", "python_functions=bench_* test_*"]
    return ["-m", "pytest", "-o", "addopts=--import-mode=importlib", *functions, "-s", "-q", path]


if __name__ == "__main__":
    bootstrap.main(test)
