"""How the shipped weights were made; not part of the installed package."""
