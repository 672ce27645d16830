"""Attributions: tagged words linked into statements, then mended by rules about quotations."""
