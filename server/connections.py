"""How many connections one process may hold."""

from contextlib import suppress

#: More than a process of ours can serve; systems allow from 4,096 to a thousand million.
MOST = 65_536


def widen() -> None:
    """Take as many files and connections as the machine allows this process, up to MOST.

    Usual are 1,024, which a thousand connections that say nothing fill. Where the machine knows no
    such limit, or holds to it, nothing changes.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # not there on Windows

        limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST if most == resource.RLIM_INFINITY else min(most, MOST)
        if limit < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
