"""Sentences: what the facts are called, in the language of the reader."""
