"""What every request goes through before it is answered, from the outside to the inside."""

from starlette.middleware import Middleware

from server.headers import Headers
from server.sockets import Sockets

STACK = [Middleware(Headers), Middleware(Sockets)]
