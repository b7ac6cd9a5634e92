"""The people and bodies of one document, and who is meant by any of its words."""
