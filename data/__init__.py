"""What is known: the text tables and the code that turns them into typed frames.

Imports `adoption` and nothing else of the project; imported by `export.py` and by the
Streamlit part of `components`. No network outside `data.remote`, no drawing.
"""
