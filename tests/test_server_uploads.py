"""Nothing can be sent to the site: it takes no file, and no body is read."""

import pytest
from asking import ask
from whole_site import ours

from server.uploads import Uploads

WHERE = "/_stcore/upload_file/session/file"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH", "BREW"])
@pytest.mark.parametrize("path", [WHERE, "/_stcore/health", "/_stcore/"])
def test_streamlits_part_of_the_site_is_only_read(path, method):
    answer = ask(ours(), path, method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("path", "method"), [(WHERE, "GET"), (WHERE, "OPTIONS"), ("/", "POST")])
def test_all_else_is_for_who_stands_behind(path, method):
    reached = []

    async def behind(scope, receive, send):
        reached.append(scope["path"])
        await send({"type": "http.response.start", "status": 204, "headers": []})

    ask(Uploads(behind), path, method)
    assert reached == [path]
