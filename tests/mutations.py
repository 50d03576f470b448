"""Ways in which the real tables get spoiled, as data.

A row is named by what stands in it, never by its line, and no text of a row is repeated here.
"""

from typing import Any

from mutation_kinds import (
    BACK,
    BOTH,
    CHOP,
    COPY,
    DROP,
    EMPTY,
    FROM_GIT,
    FRONT,
    GERMAN,
    HIDDEN,
    KIZ,
    MARKUP,
    NEAREST,
    NO_ROW,
    OF_COLUMN,
    ONCE,
    QUOTED,
    REPLACE,
    SET,
    STOP,
    STRIP,
    SWAP,
    TIMES,
    TYPO,
    WRAP,
    WRITE,
    Mutation,
)


def event(id: str, *change: Any, **more: Any) -> Mutation:
    return Mutation("events", {"id": id}, *change, **more)


def source(id: str, *change: Any, **more: Any) -> Mutation:
    return Mutation("sources", {"id": id}, *change, **more)


def total(id: str, *change: Any, **more: Any) -> Mutation:
    return Mutation("totals", {"id": id}, *change, **more)


def district(ags: str, *change: Any, **more: Any) -> Mutation:
    return Mutation("districts", {"ags": ags}, *change, **more)


def population(date: str, *change: Any, ags: str = "05154", **more: Any) -> Mutation:
    row = {"ags": ags, "metric": "population", "area": "district", "date": date}
    return Mutation("population", row, *change, **more)


def listed(date: str, ags: str, *change: Any, **more: Any) -> Mutation:
    row = {"date": date, "ags": ags}
    return Mutation("status_lists", row, "listed", *change, group="lists", **more)


def confirmation(*change: Any) -> Mutation:
    return Mutation("confirmations", {"id": "05154-confirmation-1"}, *change)


def of(table: str, column: str, cell: str, *change: Any, **more: Any) -> Mutation:
    return Mutation(table, {column: cell}, *change, **more)


AACHEN, KLEVE, STEINFURT = "05334002-approval-1", "05154-approval-1", "05566-approval-1"
LAW, FIVE_MISSING = "2012-02-08-1", "2014-04-25-49-1"
LONG = 5000 * "x" + "."
DERIVED = {"basis": "derived", "event": "grant"}
SHARE = {"ags": "05911", "metric": "share_immigrated_pct"}
MAYBE = {"also": ("sources",)}
STANDING = {"group": "standing", "also": ("events", "totals", "status_lists")}
#: A key that others name is spoiled alone, and told of wherever it is named.
NAMED_BY = (
    *("events", "population", "municipalities", "centres", "confirmations", "status_lists"),
    "plates",
)
ALONE = {"group": "", "also": (*NAMED_BY, "totals", "districts")}
TABLE = {"at": ("", {}), "group": "", "also": (*NAMED_BY, "districts")}


WORDS = [
    event("05566-decision-1", "body", SET, "counsil", 'body "counsil" does not fit', WRITE),
    event("05566-motion-2", "confidence", SET, "hgh", 'confidence "hgh" does not fit', WRITE),
    event("05154-motion-1", "basis", SET, "directt", 'basis "directt" does not fit', WRITE),
    event("05154-debate-1", "event", SET, "debat", 'event "debat" does not fit', WRITE),
    event("05166-motion-1", "body", SET, "people", "does not fit; write one of: council"),
    event("05166-motion-2", "body", SET, "", "body is empty; fill it in"),
    event("05154-rejection-2", "reasons", SET, "price", 'reason "price" is unknown; use cost'),
    event("05154-motion-2", "announces", SET, "opening", "leave announces empty", EMPTY),
    total(FIVE_MISSING, "counted_by", SET, "minstry", "counted_by", WRITE),
    total("2013-12-47-1", "binds", SET, "ja", 'binds "ja" does not fit'),
    of("confirmations", "id", "05358-confirmation-1", "shows", SET, "work", 'shows "work"', WRITE),
    population("2013-12-31", "metric", SET, "populaton", 'metric "populaton"', WRITE),
    population("2012-12-31", "area", SET, "distrikt", 'area "distrikt" does not fit', WRITE),
    of("municipalities", "name", "Essen", "designation", SET, "Stad", "designation", WRITE),
]
DATES = [
    event("05154-rejection-1", "date", GERMAN, "", "is not EDTF", WRITE),
    event("05566-rejection-1", "date", SET, "2013-02-30", "is no day of the calendar; correct it"),
    event("05566-rejection-2", "date", SET, "", "date is empty; fill it in"),
    event("05566-motion-1", "date", SET, "2091-03-19", "lies in the future"),
    event("05566-debate-2", "date", SET, "1912-09-12", "lies before 2011; correct the year"),
    event("05566-debate-3", "date", SET, "2015/2012", "ends before it begins; swap the two sides"),
    event("05566-debate-4", "date", SET, "2012-10-29T00:00", "is not EDTF"),
    event("05120-debate-1", "date", SET, "2013-11-05", "lies after the day on which"),
    source("wn-2016-04-27", "published", GERMAN, "", "is not EDTF", WRITE),
    source("stadt-remscheid-2013-03-27", "published", SET, "2011-11-05", "in the id", WRITE),
    district("05911", "researched_on", SET, "2091-01-01", "lies in the future"),
    of("milestones", "id", LAW, "date", SET, "2002-02-08", "lies before 2011; correct the year"),
    of("centres", "ags", "05913", "as_of", SET, "2012-01", "before the funding guideline"),
    of("centres", "ags", "05915", "as_of", SET, "2091", "lies in the future"),
    of("days", "date", "2015-09-24", "date", SET, "2015-09", "is not one day; write it like"),
    of("days", "date", "2017-03-01", "date", SET, "2012-01-01", "lies before the law of 2012-02"),
    confirmation("date", SET, "2011-12-31", "lies before every approval, grant and opening"),
]
ACTORS = [
    event("05154-motion-4", "body", SET, "ministry", "body ministry does not go with motion"),
    event("05166-rejection-1", "body", SET, "ministry", "body ministry does not go with rejection"),
    event("05978-decision-1", "body", SET, "church", "does not go with decision", WRITE),
    event("05978-application-1", "body", SET, "party", "does not go with application", WRITE),
    event("05978-approval-1", "body", SET, "council", "does not go with approval", WRITE),
    event("05166-grant-1", "body", SET, "administration", "does not go with grant", WRITE),
    event("05978-opening-1", "body", SET, "town", "body town does not go with opening"),
    event("05119-planned-1", "body", SET, "church", "body church does not go with planned"),
    event("05111-debate-1", "body", SET, "town", "is a kreisfreie Stadt and has no town"),
    event("05914-debate-1", "body", SET, "mayors", "is a kreisfreie Stadt and has no mayors"),
    event("05914-debate-2", "basis", SET, "derived", "debate cannot be derived", WRITE),
    Mutation("events", DERIVED, "confidence", SET, "high", "derived, yet of high", WRITE),
    Mutation("events", DERIVED, "note_de", SET, "", "derived without a note"),
]
TEXTS = [
    event("05554-grant-1", "note_en", SET, "", "note_en is empty, the note of the", FROM_GIT),
    event("05558-grant-1", "note_de", SET, "", "note_de is empty, the note of the", FROM_GIT),
    of("milestones", "id", "2012-02-25-1", "note_en", SET, "", "is empty, the note", FROM_GIT),
    event("05914-debate-3", "summary_en", OF_COLUMN, "summary_de", "is the same as summary_de"),
    event("05166-grant-1", "note_en", OF_COLUMN, "note_de", "note_en is the same as note_de"),
    event("05914-debate-4", "summary_de", SET, "", "summary_de is empty; fill it in"),
    event("05914-debate-5", "summary_en", CHOP, "", "does not end with a full stop", STOP),
    confirmation("summary_de", CHOP, "", "does not end with a full stop", STOP),
    event("05566-motion-3", "summary_de", BACK, " Er will nicht.", "; write one sentence"),
    event(STEINFURT, "summary_de", REPLACE, ("KIZ", "KI"), 'says "KI"; write KIZ', KIZ),
    event("05566-debate-5", "summary_en", REPLACE, (" ", "\n"), "has a line break; write one"),
    of("plates", "plate", "KLE", "plate", SET, "kle", "does not fit; write it like KLE"),
    of("days", "date", "2013-06-12", "label_de", SET, 61 * "x", "shorten it to 60"),
    event("05978-debate-1", "summary_de", FRONT, 20 * LONG, "shorten it to 400"),
    event("05978-grant-1", "note_en", SET, LONG, "has 5001 characters; shorten it to 1200"),
    source("rvr-2013-06-12", "title", SET, LONG, "has 5001 characters; shorten it to 300"),
]
MARKS = [
    event("05566-debate-6", "summary_de", WRAP, ("<b>", "</b>"), "holds HTML", MARKUP),
    event("05566-debate-7", "summary_en", FRONT, "<script>alert(1)</script>", "holds HTML"),
    event("05566-debate-8", "summary_de", FRONT, "<img src=x onerror=a()>", "HTML", MARKUP),
    event("05566-debate-9", "summary_de", FRONT, "&amp;", "holds HTML", MARKUP),
    event("05566-debate-10", "summary_en", WRAP, ("**", "**"), "holds Markdown", MARKUP),
    event("05566-debate-11", "summary_en", FRONT, "_", "holds Markdown", MARKUP),
    event("05566-motion-4", "summary_de", FRONT, "[KIZ](https://k.de)", "Markdown", MARKUP),
    event("05111-debate-2", "summary_de", FRONT, "# ", "holds Markdown", MARKUP),
    event("05111-debate-3", "summary_de", FRONT, "`", "holds Markdown", MARKUP),
    event("05120-decision-1", "summary_en", BACK, r"\emph", "holds LaTeX", MARKUP),
    of("milestones", "id", "2012-06-25-1", "summary_en", FRONT, "$x^2$", "holds LaTeX", MARKUP),
    of("centres", "ags", "05916", "name", FRONT, "<i>", "name holds HTML", MARKUP),
]
UNSEEN = [
    event("05154-motion-5", "summary_de", FRONT, "\u202e", "RIGHT-TO-LEFT OVER", HIDDEN),
    event("05154-motion-3", "summary_en", FRONT, "\u200b", "ZERO WIDTH SPACE", HIDDEN),
    event("05166-rejection-2", "note_de", FRONT, "\0", "holds NUL (U+0000)", HIDDEN),
    event("05166-rejection-3", "summary_en", BACK, "\x1b", "holds ESCAPE (U+001B)", HIDDEN),
    event("05166-opening-1", "summary_en", FRONT, "\t", "holds TAB (U+0009)", HIDDEN),
    event("05166-debate-1", "summary_de", FRONT, " ", "begins or ends with a space", STRIP),
    source("bass-undated-a", "publisher", FRONT, "\ufeff", "ZERO WIDTH NO-BREAK", HIDDEN),
    of("municipalities", "name", "Rheine", "name", BACK, "\u00ad", "SOFT HYPHEN", HIDDEN),
    total("2016-50-1", "what_de", FRONT, "\u2066", "LEFT-TO-RIGHT ISOLATE", HIDDEN),
]
KEYS = [
    event("05154-debate-2", "ags", SET, "5154", 'ags "5154" is not in districts', NEAREST),
    event("05166-debate-2", "ags", SET, "05616", 'ags "05616" is not in districts', NEAREST),
    event("05158-decision-1", "ags", SET, "05154", "says 05158, ags says 05154"),
    event("05711-opening-1", "ags", SET, "05915", "says 05711, ags says 05915", WRITE),
    event("05162-decision-1", "id", SET, "05158-decision-7", "says 05158, ags says"),
    event("05162-debate-2", "id", SET, "05162-debate-02", "does not fit ags and event", WRITE),
    event("05162-debate-1", "id", SET, "", "id is empty; fill it in"),
    event("05374-decision-1", "id", SET, "05374-motion-1", "go with motion", WRITE),
    event("05366-decision-1", "event", SET, "debate", "says decision, event says debate"),
    event(AACHEN, "id", SET, "05334-approval-1", "says 05334, ags says 05334002", WRITE),
    confirmation("id", SET, "05145-confirmation-1", "does not fit ags and event", WRITE),
    confirmation("ags", SET, "05158", "says 05154, ags says 05158", WRITE),
    population("2014-12-31", "ags", SET, "05145", 'ags "05145" is not in districts', NEAREST),
    of("municipalities", "name", "Kleve", "ags", SET, "05158", "not that of municipal", WRITE),
    of("municipalities", "name", "Aachen", "ags", SET, "05334", "not that of municipal", WRITE),
    district("05154", "regierungsbezirk", SET, "Münster", "is not that of 05154", WRITE),
    district("05158", "official_ags", SET, "05185", "differs from the other keys", WRITE),
    district("05162", "ars", SET, "05126", "differs from the other keys", WRITE),
    district("05334002", "ars", SET, "053550002002", "differs from the other keys", WRITE),
    district("05166", "nuts3", SET, "DEA3E", "is not in Düsseldorf; write the one that begins"),
    district("05170", "short_name", SET, "Kleve", "stands in line"),
    district("05570", "with_article", SET, "Kreis Warendorf", "does not go with name", QUOTED),
    district("05374", "with_article", SET, "der Oberbergischer Kreis", "does not go", QUOTED),
    district("05382", "with_article", SET, "die Rhein-Erft-Kreis", "does not go", QUOTED),
    district("05315", "with_article", SET, "der Köln", "does not go with name", QUOTED),
    district("05334002", "with_article", SET, "Köln", "does not go with name"),
    district("05334", "with_article", SET, "", "with_article is empty; fill it in"),
    event("05554-motion-1", "source_id", SET, "dpa", "sources.csv; add it", **MAYBE),
    event("05554-motion-2", "source_id", BACK, " ", "the nearest there", NEAREST, **MAYBE),
    event("05554-debate-1", "source_id", TYPO, "", "the nearest", NEAREST, **MAYBE),
    total(FIVE_MISSING, "source_id", TYPO, "", "the nearest", NEAREST, **MAYBE),
    of("milestones", "id", LAW, "further_source_ids", BACK, "x", "is not in sources", **MAYBE),
    event("05554-debate-2", "further_source_ids", OF_COLUMN, "source_id", "second time", ONCE),
    source("bass-undated-b", "url", SET, "bass.schul-welt.de", "does not fit; write it like http"),
    source("migazin-undated", "title", SET, "", "title is empty; fill it in"),
]
NUMBERS = [
    total("2012-12-16-1", "count", SET, "sechzehn", 'count "sechzehn" does not fit'),
    total("2015-49-1", "binds", SET, "", "binds is empty; fill it in"),
    total("2016-06-52-1", "definition", SET, "aproved", 'definition "aproved" does not', WRITE),
    population("2015-12-31", "value", TIMES, 10, "times the median", ags="05111"),
    population("2016-12-31", "value", TIMES, 0.001, "times the median", ags="05113"),
    population("2017-12-31", "value", SET, "612,178", 'value "612,178" does not fit', ags="05117"),
    Mutation("population", SHARE, "value", SET, "129.6", "is no share in per cent"),
]
#: What one row says is held against what all say.
TOGETHER = [
    event(KLEVE, "date", SET, "2014-03-01", "contradicts status_lists.csv:", **STANDING),
    event(
        "05116-approval-1", "", DROP, "", "05116 is listed in, but no", FROM_GIT, **STANDING
    )._replace(at=("status_lists", {"date": "2014-04-25", "ags": "05116"})),
    event(STEINFURT, "date", SET, "2012-03-01", "can lie before the funding guideline", **STANDING),
    event(STEINFURT, "date", SWAP, "05566-opening-1", f"warning: {STEINFURT}", **STANDING),
    event("05978-decision-1", "date", SET, "2014-05-01", "warning: 05978-decision-1", **STANDING),
    event(AACHEN, "date", SET, "2014-08-01", "is later than every grant", **STANDING),
    event(AACHEN, "ags", SET, "05334", "says 05334002, ags says 05334", WRITE, **STANDING),
    event(AACHEN, "ags id", SET, "05334 05334-approval-1", "write ags 05334002", BOTH, **STANDING),
    event("05166-grant-1", "event", SET, "decision", "not go with decision", WRITE, **STANDING),
    event("05154-motion-4", "id", SET, "05154-motion-2", "stands in line", **STANDING),
    event("05154-rejection-1", "id", COPY, "05154-rejection-9", "merge the two", NO_ROW),
    event("05334002-debate-1", "", DROP, "", "the one that cited it is gone", FROM_GIT)._replace(
        at=("sources", {"id": "stadt-aachen-2013-05-14"})
    ),
    source("wn-2016-04-27", "id", SET, "wn-2016-04-72", "which is not here", WRITE, **ALONE),
    source("wn-2016-04-27", "id", COPY, "wn-2016-04-30", "is cited by no row"),
    district("05154", "ags", SET, "05145", "differs from the other keys", WRITE, **ALONE),
    district(
        "05158", "kind", SET, "kreisfreie Stadt", "municipalities; write Kreis", WRITE, **ALONE
    ),
    total(FIVE_MISSING, "count", SET, "48", "binds, but contradicts", **STANDING),
    total(FIVE_MISSING, "binds", SET, "no", "binds nothing, but counts all", **STANDING),
    total(FIVE_MISSING, "definition", SET, "", "binds without a definition", **STANDING),
    district("05711", "", DROP, "", "22 rows of kind kreisfreie Stadt", **TABLE),
    of("municipalities", "name", "Rheine", "", DROP, "", "395 rows, not 396", **TABLE),
    of("plates", "plate", "BI", "", DROP, "", "05711 has no plate; restore or add", **TABLE),
    population("2019-12-31", "", DROP, "", "05154 has no population of 2019", **TABLE),
    listed("2015-04-09", "05154", SET, "in", "write out", WRITE),
    listed("2016-02-12", "05111", SET, "out", "write in", WRITE),
]
MUTATIONS = [*WORDS, *DATES, *ACTORS, *TEXTS, *MARKS, *UNSEEN, *KEYS, *NUMBERS, *TOGETHER]
