"""``python -m pipeline`` is the same program as ``kamerwerk``."""

from pipeline.cli.main import main

if __name__ == "__main__":
    main()
