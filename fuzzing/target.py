"""Runs one target under libFuzzer: `python -m fuzzing.target NAME [options of libFuzzer]`."""

import sys

import atheris

with atheris.instrument_imports(include=["sayso"]):
    from fuzzing.targets import TARGETS

if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()
