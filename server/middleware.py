"""What every request goes through before it is answered, from the outside to the inside."""

from starlette.middleware import Middleware

from server.headers import Headers
from server.moved import Moved
from server.sockets import Sockets
from server.unknown import Unknown
from server.uploads import Uploads

STACK = [
    Middleware(Headers),
    Middleware(Sockets),
    Middleware(Uploads),
    Middleware(Moved),
    Middleware(Unknown),
]
