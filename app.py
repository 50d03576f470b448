"""KIZ-Atlas NRW: the server. Start with `make run`."""

import sys

from streamlit import App

from server import lifespan, log, middleware, problems, routes, settings

try:
    said = settings.check()
except settings.SettingError as error:
    print(error, file=sys.stderr)
    sys.exit(2)
log.set_up(said.log)

app = App(
    "dashboard.py",
    lifespan=lifespan.serving,
    routes=routes.routes(),
    middleware=middleware.STACK,
    exception_handlers=problems.HANDLERS,
)
