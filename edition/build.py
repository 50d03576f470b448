"""Writing an edition: what it consists of, one part after the other, whole or not at all.

The same tables, day and packages give the same bytes: nothing here reads a clock.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from components.base.atlas import Atlas
from components.base.choice import Choice
from data.writing import fill
from edition import assets, checksums, factsheets, licences, pages, pictures, tables
from edition.folder import whole
from edition.model import CHECKSUMS, MANIFEST, Edition, Job
from edition.workers import contents

#: The parts in the order in which they are written: what fails soonest comes first.
PARTS: dict[str, Callable[[Edition], list[Job]]] = {
    "pages": pages.jobs,
    "assets": assets.jobs,
    "licences": licences.jobs,
    "tables": tables.jobs,
    "page pictures": pictures.page_jobs,
    "pictures": pictures.jobs,
    "factsheets": factsheets.jobs,
}
#: Hears of the part, how many of its files are written, and how many there are.
Progress = Callable[[str, int, int], None]


def build(
    atlas: Atlas,
    choice: Choice,
    target: Path,
    keys: tuple[str, ...] = (),
    site: str = "",
    progress: Progress = lambda part, done, of: None,
    parts: tuple[str, ...] = tuple(PARTS),
    workers: int = 1,
) -> Edition:
    """Write an edition into a folder and return what it was made from.

    Parameters
    ----------
    choice
        Day and definition.
    target
        Made, or replaced where it is an edition already.
    keys
        The districts that get a page and a factsheet, by AGS; none named means all.
    site
        The address of the live atlas for the links back, or empty.
    parts
        Those of PARTS that are written; nothing links to the others.
    workers
        How many processes make the files; more of them change no byte.

    Raises
    ------
    FolderError
        The folder is something else, or cannot be written.
    """
    edition, planned = plan(atlas, choice, keys, site, parts)
    with whole(target) as folder:
        digests, sizes = {}, {}
        flat = [job for jobs in planned.values() for job in jobs]
        # The other processes end with the block, whatever ends it.
        with closing(contents(edition, flat, workers)) as made:
            for part, jobs in planned.items():
                for done, job in enumerate(jobs, 1):
                    content = next(made)
                    _write(folder, job.path, content)
                    digests[job.path], sizes[job.path] = checksums.digest(content), len(content)
                    progress(part, done, len(jobs))
        manifest = checksums.manifest(edition, sizes)
        _write(folder, MANIFEST, manifest)
        digests[MANIFEST] = checksums.digest(manifest)
        _write(folder, CHECKSUMS, checksums.listed(digests))
    return edition


def plan(
    atlas: Atlas, choice: Choice, keys: tuple[str, ...], site: str, parts: tuple[str, ...]
) -> tuple[Edition, dict[str, list[Job]]]:
    """The edition, knowing all its files, and the jobs of each part."""
    wanted = keys or tuple(atlas.tables.districts["ags"])
    blank = Edition(atlas, choice, wanted, site)
    planned = {part: PARTS[part](blank) for part in PARTS if part in parts}
    paths = frozenset(job.path for jobs in planned.values() for job in jobs)
    return replace(blank, paths=paths), planned


def _write(folder: Path, path: str, content: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    fill(file, content)
