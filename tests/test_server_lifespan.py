"""Before the site answers, its start page runs once without a visitor."""

from processes import copied, server

TOLD = "the start page did not run before the first visitor: error"


def test_a_page_that_does_not_run_is_told_before_the_site_answers(tmp_path):
    tree = copied(tmp_path / "tree")
    page = tree / "dashboard.py"
    page.write_text(f"{page.read_text('utf-8')}\nprint('has run', flush=True)\n1 / 0\n", "utf-8")
    with server(tree) as running:
        told = "".join(running.log)
        assert told.count("has run") == 1
        assert TOLD in told.partition("started")[0]
        assert running.ask("/healthz")[0] == running.ask("/embed")[0] == 200


def test_of_a_page_that_runs_nothing_is_told():
    with server() as running:
        assert not [line for line in running.log if TOLD in line or "ERROR" in line]
