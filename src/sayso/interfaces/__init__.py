"""What people and programs use: each command is arguments, one call of the pipeline, one view."""

__all__: list[str] = []
