"""`python -m variorum`: the same as the command `variorum`."""

from variorum.cli import main

if __name__ == "__main__":
    main()
