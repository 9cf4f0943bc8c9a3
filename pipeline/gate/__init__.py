"""The gate through which bytes of others come in: ordinary files of the project, within limits."""
