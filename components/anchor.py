"""A link to a place within the page, also where that place is drawn after the page has loaded."""

import streamlit as st

_FOLLOW = """<script>
(() => {
  const name = decodeURIComponent(location.hash.slice(1));
  const asked = name && document.getElementById(name);
  if (!asked) return;
  asked.classList.add("asked");
  asked.scrollIntoView();
})();
</script>"""


def follow() -> None:
    """Go to the place that the address names; to be called once all of it is drawn.

    The browser looks for it while the page is still empty. The script runs when it first
    comes into the page and not again, so that a later choice does not move the reader.
    """
    st.html(_FOLLOW, unsafe_allow_javascript=True)
