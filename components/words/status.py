"""What a status is called where it is told who refused."""

from components.base.wording import Wording
from components.words.holdouts import body


def label(status: str, acted: str, kind: str, words: Wording) -> str:
    """A status in words; of a refusal with who refused: Abgelehnt (Kreistag).

    `acted` is the body of the event behind the status, `kind` that of the district.
    """
    plain = words(f"status.{status}")
    if status != "rejected":
        return plain
    return words("district.refused_by", status=plain, body=body(acted, kind, words))
