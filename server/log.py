"""The log: a line for each thing that happened, for people or as a JSON object, on standard error.

What Streamlit, uvicorn and Python itself have to say goes through the same formatter. No line has
an address, a browser, a cookie or a search of a visitor: what uvicorn tells of connections has,
and is left out.
"""

import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType

from streamlit import logger as streamlit_logger

#: Ours, and how a record carries its fields.
LOG = logging.getLogger("kiz_atlas")
_FIELDS = "kiz_atlas_fields"
#: What uvicorn says of each WebSocket that is refused with an answer; that is no fault.
_REFUSED = "ASGI callable returned without completing handshake."


def tell(level: int, happened: str, **fields: object) -> None:
    """A line of ours: what happened, and its fields, which texts and numbers are."""
    LOG.log(level, happened, extra={_FIELDS: fields})


class Text(logging.Formatter):
    """For people: time, level, who says it, what happened, its fields as `name=value`."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        fields = getattr(record, _FIELDS, {})
        return " ".join([super().formatMessage(record), *(f"{k}={v}" for k, v in fields.items())])


class Json(logging.Formatter):
    """For programs: one object a line; `traceback` is a field of it."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, _FIELDS, {}),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


FORMATS = {"text": Text, "json": Json}


def set_up(kind: str) -> None:
    """Let every logger of the program write in a form of FORMATS, now and later."""
    handler = logging.StreamHandler()
    handler.setFormatter(FORMATS[kind]())
    handler.addFilter(_of_no_connection)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in [*logging.root.manager.loggerDict]:
        _hand_over(logging.getLogger(name))
    # Streamlit gives each of its loggers a handler of its own, as it makes them.
    streamlit_logger.setup_formatter = _hand_over
    sys.excepthook = _fault
    for hooked, name in ((threading, "excepthook"), (sys, "unraisablehook")):
        setattr(
            hooked, name, lambda told: _fault(told.exc_type, told.exc_value, told.exc_traceback)
        )


def _hand_over(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


def _of_no_connection(record: logging.LogRecord) -> bool:
    if not record.name.startswith("uvicorn"):
        return True
    return record.levelno >= logging.WARNING and record.msg != _REFUSED


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, Exception):
        LOG.critical("a fault that nothing caught", exc_info=(kind, error, trace))
    elif kind is not SystemExit:
        sys.__excepthook__(kind, error, trace)
