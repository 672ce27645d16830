"""Random and broken input for whatever takes input: `make fuzz`."""
