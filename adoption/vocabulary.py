"""The closed word lists of the domain, in the order in which they are shown.

Source: data/README.md, section Vocabulary.
"""

TALK = ("motion", "debate", "rejection")
DECISIONS = ("decision", "application")
APPROVALS = ("approval", "grant")
MILESTONES = (*DECISIONS, *APPROVALS, "opening")
EVENTS = (*TALK, *MILESTONES, "closure", "planned")

#: Bodies of the district itself; what they do changes its status.
OWN_BODIES = ("council", "committee", "administration", "mayors", "party")
BODIES = (*OWN_BODIES, "ministry", "town", "church", "other")

STATUSES = ("unknown", "rejected", "debated", "decided", "approved", "open", "closed")
READINGS = ("certain", "possible")
#: Widest first: whoever has a KIZ under a later word has one under every earlier
#: word, except that a grant and an opening do not imply each other.
DEFINITIONS = ("decided", "approved", "granted", "open")
GROUPS = ("with", "undetermined", "without")
CONFIDENCES = ("high", "medium", "low")
BASES = ("direct", "derived")
#: What a text shows of a KIZ after its start; it changes no status.
SHOWN = ("works", "moved", "renamed", "reorganised")
#: What happened is an event, a confirmation or a step of the law; what it does to a status.
ENTRIES = ("event", "confirmation", "milestone")
EFFECTS = ("changes", "keeps", "none")
#: How well the first day with a KIZ is known, in the words of survival analysis.
CENSORINGS = ("exact", "interval", "right")
#: Why a KIZ was opposed, as far as a source says so.
REASONS = (
    "cost",
    "doubling",
    "towns_against",
    "posts_too_many",
    "need_too_small",
    "task_of_towns",
    "other",
)

#: The events that count as "has a KIZ" under each definition.
COUNTED = {
    "decided": MILESTONES,
    "approved": (*APPROVALS, "opening"),
    "granted": ("grant",),
    "open": ("opening",),
}

#: Under which definitions a total bounds the number from above: its own and every stricter.
BOUNDS_ABOVE = {
    "decided": DEFINITIONS,
    "approved": ("approved", "granted", "open"),
    "granted": ("granted",),
    "open": ("open",),
}
#: Under which it bounds the number from below: its own and every wider.
BOUNDS_BELOW = {
    "decided": ("decided",),
    "approved": ("decided", "approved"),
    "granted": ("decided", "approved", "granted"),
    "open": ("decided", "approved", "open"),
}
VERDICTS = (
    "agrees",
    "agrees within the uncertainty",
    "agrees, other denominator",
    "counts something else",
    "contradicts",
)
