"""Before the site answers, its start page runs once without a visitor."""

from processes import copied, server, until

TOLD = "the start page did not run before the first visitor: error"


def told_at_start(running):
    """What the log says up to the line that it has started."""
    until(lambda: any("started" in line for line in running.log), "the start")
    return "".join(running.log)


def test_a_page_that_does_not_run_is_told_before_the_site_answers(tmp_path):
    tree = copied(tmp_path / "tree")
    page = tree / "dashboard.py"
    page.write_text(f"{page.read_text('utf-8')}\nprint('has run', flush=True)\n1 / 0\n", "utf-8")
    with server(tree) as running:
        before, _, after = told_at_start(running).partition("started")
        assert before.count("has run") == 1 and TOLD in before
        assert "has run" not in after
        assert running.ask("/healthz")[0] == running.ask("/embed")[0] == 200


def test_of_a_page_that_runs_nothing_is_told(tmp_path):
    with server(copied(tmp_path / "tree")) as running:
        told = told_at_start(running)
        assert TOLD not in told and "ERROR" not in told
