"""What every request goes through before it is answered, from the outside to the inside."""

from starlette.middleware import Middleware

from server.gate import Gate
from server.headers import Headers
from server.moved import Moved
from server.sockets import Sockets
from server.unknown import Unknown
from server.watch import Watch

STACK = [*map(Middleware, (Headers, Watch, Gate, Sockets, Moved, Unknown))]
