"""What happened between two days, whole and as far as it is shown."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from adoption import happened as rule
from components.base.atlas import Atlas
from components.base.choice import HAPPENED


@dataclass(frozen=True, eq=False)
class Happened:
    """All that happened, or may have, from `first` to `last`, both included.

    `rows` are those of `adoption.happened.between` with `name` and `kind` of the district (empty
    for the law) and `unsure`: it may as well have happened before or after. The unsure ones come
    last. `kind` is one of HAPPENED, and `shown` the rows that it leaves.
    """

    first: date
    last: date
    kind: str
    rows: pd.DataFrame

    @property
    def shown(self) -> pd.DataFrame:
        """The rows of the kind that is asked for."""
        return self.rows[self._of(self.kind)]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows each kind has."""
        return {kind: int(self._of(kind).sum()) for kind in HAPPENED}

    def _of(self, kind: str) -> pd.Series:
        """Which rows a kind has; what changes a status does so between the two days."""
        if kind == "all":
            return self.rows["entry"].ne("")
        if kind == "changes":
            days = pd.Timestamp(self.first), pd.Timestamp(self.last)
            return self.rows["changed_on"].between(*days)
        if kind == "keeps":
            return self.rows["effect"].eq(kind)
        return self.rows["entry"].eq(kind)


def happened(atlas: Atlas, first: date, last: date, kind: str = HAPPENED[0]) -> Happened:
    """What happened between two days; raises ValueError where the second is before the first."""
    rows = rule.between(atlas.happened, first, last)
    districts = atlas.tables.districts.set_index("ags")
    rows = rows.assign(
        **{name: rows["ags"].map(districts[name]).fillna("") for name in ("name", "kind")},
        unsure=rows["first_day"].lt(pd.Timestamp(first)) | rows["last_day"].gt(pd.Timestamp(last)),
    )
    return Happened(first, last, kind, rows.sort_values("unsure", kind="stable"))
