"""Tables, lists and timelines as HTML: page and edition draw the same."""
