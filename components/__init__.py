"""What is shown. `figures/`, `choice`, `exports`, `headline` and `wording` are pure.

The other modules know Streamlit; only `app.py` imports them.
"""
