"""Notebook 03: one line against XOR, the cloud, the time line."""

en = {}
