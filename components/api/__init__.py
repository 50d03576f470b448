"""What programs can ask for: endpoints, parameters, answers, and the document that says so.

`endpoints` is the one table of them, `parameters` of what each may be asked for. `query` reads an
address, `answers` makes the content, `openapi` the document with the `schemas` of all answers.
"""
