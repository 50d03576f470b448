"""Whether the process in this container serves sound tables: exit code 0, else 1 and a line.

The health check of the container file, which has no curl.
"""

import os
import sys
from http.client import HTTPConnection, HTTPException

#: The port of the container file; seconds to wait; characters of an answer that are shown.
PORT, PATIENCE_S, SHOWN = 8501, 4, 1000


def finding(port: int, base: str = "") -> str:
    """What is wrong with the process at a port of this machine; empty where nothing is."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request("GET", f"{base}/healthz")
        answer = connection.getresponse()
        if answer.status == 200:
            return ""
        return f"/healthz answers {answer.status}: {answer.read(SHOWN).decode('utf-8', 'replace')}"
    except (OSError, HTTPException) as error:
        return f"/healthz does not answer: {error}"
    finally:
        connection.close()


if __name__ == "__main__":
    path = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    sys.exit(finding(PORT, f"/{path}" if path else "") or 0)
