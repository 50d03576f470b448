"""What is known: the text tables and the code that turns them into typed frames.

Imports `adoption` and nothing else of the project. No network, no drawing. `writing` is how
every file of the project is written.
"""
