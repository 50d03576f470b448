"""The parts of the page "Mitnehmen": pictures, tables, sheets, citation, embedding.

A file is made when it is asked for, from the same frames as the page; the preview is the
picture itself.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape
from urllib.parse import urlencode, urljoin

import streamlit as st

from components import downloads
from components.base import published
from components.base.choice import TAKEN_PICTURES, TAKEN_TABLES, Choice
from components.base.stamp import Stamp, site
from components.base.wording import LANGUAGES, Wording
from components.page import cache, state
from components.page.copy_text import copy_text
from components.printed import factsheets, pictures
from components.printed.sheet import FORMATS, SHAPES
from components.words.headline import Headline

#: What a browser is told a file is.
MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "gif": "image/gif",
    "webp": "image/webp",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}
FILMS = ("gif", "webp")
CITATIONS = (*LANGUAGES, "bibtex")
#: Of the embedded map with headline, time and legend in a column of 700, in pixels.
EMBED_HEIGHT = 1360


def headline(words: Wording) -> Headline:
    """What the page is for."""
    return Headline(words("take.headline"), [words("take.detail")])


def picture(choice: Choice, words: Wording) -> None:
    """The picture as it will be, its form, the files, and the sentence for reuse."""
    name = choice.taken if choice.taken in TAKEN_PICTURES else TAKEN_PICTURES[0]
    st.session_state.taken_picture = name
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            words("take.picture"),
            TAKEN_PICTURES,
            format_func=lambda one: words(f"take.picture.{one}"),
            key="taken_picture",
            on_change=lambda: state.change(taken=st.session_state.taken_picture),
            width=260,
        )
        shape = st.segmented_control(
            words("take.shape"),
            list(SHAPES),
            default=next(iter(SHAPES)),
            required=True,
            key="shape",
            disabled=name == "film",
        )
        titled = st.toggle(words("take.titled"), value=True, key="titled", disabled=name == "film")
    if name == "timeline" and not choice.ags:
        st.info(words("take.no_district"))
        return
    shown = replace(choice, taken=Choice.taken)
    alt = words("take.alt", picture=words(f"take.picture.{name}"), day=words.day(choice.day))
    with st.spinner(words("take.drawing")), st.container(key="preview"):
        st.image(cache.preview(name, shown, shape, titled, _site()), alt=alt, width="stretch")
    _pictures(name, shown, shape, titled, words)
    if unsure := pictures.warning(cache.atlas(), shown, words):
        st.warning(unsure)
    told = pictures.reuse(name, cache.atlas(), shown, words, _site())
    st.html(f'<p class="reuse">{escape(told)}</p>')


def table(choice: Choice, words: Wording) -> None:
    """One of the tables in the format that is asked for."""
    _heading("table", words)
    asked = choice.taken if choice.taken in TAKEN_TABLES else TAKEN_TABLES[0]
    if st.session_state.get("taken_table") not in TAKEN_TABLES or choice.taken in TAKEN_TABLES:
        st.session_state.taken_table = asked
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        name = st.selectbox(
            words("take.table.which"),
            TAKEN_TABLES,
            format_func=lambda one: words(f"take.table.{one}"),
            key="taken_table",
            on_change=lambda: state.change(taken=st.session_state.taken_table),
        )
        kind = st.selectbox(
            words("take.format"),
            downloads.formats_of(name),
            format_func=lambda one: words(f"take.format.{one}"),
            key=f"format_{name}",
        )
    options = {}
    if kind == "csv":
        options["numbers"] = st.radio(
            words("take.numbers"),
            ("international", "german"),
            format_func=lambda one: words(f"take.numbers.{one}"),
            key="numbers",
        )
        options["bom"] = options["numbers"] == "german"
    shown = replace(choice, taken=Choice.taken)
    made = downloads.table(name, cache.atlas(), shown, site=_site())
    _download(
        words("take.download.table", format=kind.upper()),
        partial(downloads.written, made, kind, words, **options),
        downloads.file_name(made, kind),
        kind,
        "table",
    )


def sheets(choice: Choice, words: Wording) -> None:
    """The sheet of the district that is chosen, and the sheet of the state."""
    _heading("sheets", words)
    atlas, shown = cache.atlas(), replace(choice, taken=Choice.taken)
    with st.container(horizontal=True, gap="small"):
        if choice.ags:
            name = cache.tables().districts.set_index("ags")["name"][choice.ags]
            _download(
                words("take.sheet.district", name=name),
                partial(factsheets.district, atlas, choice.ags, shown, words, _site()),
                factsheets.file_name(choice.ags, shown),
                "pdf",
                "sheet_district",
            )
        _download(
            words("take.sheet.state"),
            partial(factsheets.state, atlas, shown, words, _site()),
            factsheets.file_name(None, shown),
            "pdf",
            "sheet_state",
        )
    if not choice.ags:
        st.html(f'<p class="hint">{escape(words("take.sheet.choose"))}</p>')


def citation(choice: Choice, words: Wording) -> None:
    """How to cite what the day shows: German, English, BibTeX; with the link back."""
    _heading("cite", words)
    kind = st.segmented_control(
        words("take.cite.kind"),
        CITATIONS,
        default=words.language,
        required=True,
        format_func=lambda one: words(f"take.cite.{one}"),
        key="citation",
        label_visibility="collapsed",
    )
    own = Wording(kind) if kind in LANGUAGES else words
    shown = replace(choice, taken=Choice.taken, language=own.language)
    stamp = Stamp(shown, cache.version(), cache.attribution(), site=_site())
    title = cache.headline(choice.day, choice.definition, own).sentence
    text = stamp.bibtex(title, own) if kind == "bibtex" else stamp.citation(title, own)
    copy_text(text, words, "take.cite", rows=9 if kind == "bibtex" else 5)


def embedding(choice: Choice, words: Wording) -> None:
    """The lines that put the map of the day into another page."""
    _heading("embed", words)
    told = f"{words('take.embed.told')} {words('take.embed.height')}"
    st.html(f'<p class="hint">{escape(told)}</p>')
    copy_text(embed_snippet(choice, _site(), words), words, "take.embed", rows=7)


def embed_snippet(choice: Choice, address: str, words: Wording) -> str:
    """An iframe with the map of the day, in a view without navigation."""
    query = replace(choice, taken=Choice.taken).address() | {"embed": "true"}
    source = escape(f"{address.rstrip('/')}/?{urlencode(query)}")
    title = escape(words("take.embed.frame", day=words.day(choice.day)))
    return (
        f'<iframe src="{source}"\n  title="{title}"\n  width="100%" height="{EMBED_HEIGHT}"'
        ' style="border: 0" loading="lazy"></iframe>'
    )


def machines(words: Wording) -> None:
    """The addresses at which programs find the tables."""
    _heading("machines", words)
    rows = "".join(
        f'<tr><th scope="row">{escape(words(f"take.table.{name}"))}</th>'
        + "".join(
            f'<td><a href="{published.ADDRESS}/data/{name}.{kind}">{name}.{kind}</a></td>'
            for kind in ("csv", "json")
        )
        + "</tr>"
        for name in TAKEN_TABLES
    )
    told = escape(words("take.machines.told", version=cache.version()))
    st.html(f'<p class="hint">{told}</p><table class="machines">{rows}</table>')


def _pictures(name: str, shown: Choice, shape: str, titled: bool, words: Wording) -> None:
    """A button for each file of the picture."""
    atlas = cache.atlas()
    with st.container(horizontal=True, gap="small"):
        if name == "film":
            for kind in FILMS:
                make = partial(pictures.film, atlas, shown, words, kind, _site())
                file = pictures.file_name(name, shown, kind, "16:9")
                _download(words("take.download", format=kind.upper()), make, file, kind, kind)
            return
        for kind in FORMATS:
            form = kind, shape, words, titled, _site()
            make = partial(pictures.file, name, atlas, shown, *form)
            file = pictures.file_name(name, shown, kind, shape)
            _download(words(f"take.download.{kind}"), make, file, kind, kind)


def _download(label: str, make: Callable[[], bytes], file: str, kind: str, key: str) -> None:
    """A button whose file is made when it is pressed."""
    st.download_button(
        label,
        make,
        file_name=file,
        mime=MIME[kind],
        key=f"download_{key}",
        on_click="ignore",
        width="stretch",
    )


def _heading(part: str, words: Wording) -> None:
    st.html(f'<h2 class="part" id="{part}">{escape(words(f"take.{part}.title"))}</h2>')


def _site() -> str:
    """Where this atlas is: as the operators set it, else where the reader has opened it."""
    return site() or urljoin(st.context.url or "", ".").rstrip("/")
