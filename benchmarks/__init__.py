"""The figures of docs/benchmarks.md, by one command: `make bench`."""
