"""What every request goes through before it is answered, from the outside to the inside."""

from starlette.middleware import Middleware

from server.gate import Gate
from server.headers import Headers
from server.moved import Moved
from server.sockets import Sockets
from server.unknown import Unknown

STACK = [*map(Middleware, (Headers, Gate, Sockets, Moved, Unknown))]
