"""Notebook 01: the neuron and its membrane, MP neurons."""

en = {}
