"""Make the test environment ready and run the tests:  python3 packaging/test.py [PYTEST ARGS] | --bench [ARGS]

`--bench` runs the benchmarks in tests/benchmarks instead and prints their ratios.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bootstrap


def test(arguments):
    """Run pytest, off screen unless told otherwise."""
    python = bootstrap.ensure("requirements-test.txt")
    environment = {} if "QT_QPA_PLATFORM" in os.environ else {"QT_QPA_PLATFORM": "offscreen"}
    os.chdir(bootstrap.ROOT)
    if "--bench" in arguments:
        rest = [a for a in arguments if a != "--bench"] or ["tests/benchmarks"]
        options = [
            "--override-ini=addopts=--import-mode=importlib",
            "--override-ini=python_files=bench_*.py",
            "--override-ini=python_functions=bench_* test_*",
            "-s",
            "-q",
        ]
        bootstrap.hand_over([python, "-m", "pytest", *options, *rest], environment)
    bootstrap.hand_over([python, "-m", "pytest", *arguments], environment)


if __name__ == "__main__":
    bootstrap.main(test)
