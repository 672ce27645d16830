"""`python -m sayso` is `sayso`."""

from sayso.interfaces.cli import main

if __name__ == "__main__":
    main()
