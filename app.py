"""KIZ-Atlas NRW: the server. Start with `make run`."""

from streamlit import App

from server import health, lifespan, middleware, routes

app = App(
    "dashboard.py",
    lifespan=lifespan.serving,
    routes=routes.routes(),
    middleware=middleware.STACK,
    exception_handlers=health.HANDLERS,
)
