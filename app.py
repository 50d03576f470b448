"""KIZ-Atlas NRW: the server. Start with `make run`."""

from streamlit import App

from server import lifespan, middleware, routes

app = App(
    "dashboard.py",
    lifespan=lifespan.serving,
    routes=routes.routes(),
    middleware=middleware.STACK,
)
