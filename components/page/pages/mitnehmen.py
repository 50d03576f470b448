"""The page "Mitnehmen": what is seen as a finished picture, table or sheet, and how to cite it."""

from dataclasses import replace

from components.base.choice import Choice
from components.page import cache, frame, nav, place_field, stage, state
from components.page.copy_link import copy_link
from components.page.panels import pictures, take
from components.words.headline import Headline

choice, words, atlas = state.current("mitnehmen"), state.words(), cache.atlas()
# What is taken along, without what the page was opened for and how a picture is to look.
bare = {name: getattr(Choice, name) for name in ("taken", "shape", "title", "label")}
shown, site = replace(choice, **bare), state.site()

frame.top(words)
frame.headline(Headline(words("take.headline"), [words("take.detail")]))
with frame.row("controls"):
    stage.time(choice, words)
picture, aside = frame.columns()
with picture:
    if order := pictures.ordered(choice, site, words):
        pictures.preview(cache.preview, order, words)
        pictures.files(atlas, order, words)
    take.citation(atlas, shown, site, words)
    take.embedding(shown, site, words)
with aside:
    with frame.row("tools"):
        place_field.draw(choice, words)
        copy_link(choice.address(), words)
    with frame.row("files"):
        take.table(atlas, choice.taken, shown, site, words)
        take.sheets(atlas, shown, site, words)
    take.machines(atlas.version, words)
    nav.link("programs", "programme", words("programs.way"))
frame.foot(atlas, words, choice.day)
