"""Notebook 02: the perceptron that learns, the pad."""

en = {}
