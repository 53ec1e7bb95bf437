"""Figures to text: loads no data, computes nothing."""
