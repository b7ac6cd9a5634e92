"""Reports found by a trained network, read beside those found by rules."""
