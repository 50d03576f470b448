"""KIZ-Atlas NRW: the server. Start with `make run`."""

import sys

from streamlit import App

from server import lifespan, middleware, problems, routes, settings

try:
    settings.check()
except settings.SettingError as error:
    print(error, file=sys.stderr)
    sys.exit(2)

app = App(
    "dashboard.py",
    lifespan=lifespan.serving,
    routes=routes.routes(),
    middleware=middleware.STACK,
    exception_handlers=problems.HANDLERS,
)
