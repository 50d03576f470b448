"""No message is left out that the browser has forgotten when the answer comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from server.kept import MEANWHILE, Kept

AGE = config.get_option("global.maxCachedMessageAge")
SUCCESS, EARLY = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_EARLY_FOR_RERUN


class Page:
    """A browser and the server's picture of it: what the one keeps is as Streamlit's page does."""

    def __init__(self):
        self.kept, self.ages = Kept(), {}

    def run(self, needs, known=frozenset(), ends=SUCCESS):
        """A run that sends what it needs, in place of what is `known` its hash alone."""
        for name in needs:
            message = ForwardMsg(ref_hash=name) if name in known else ForwardMsg(hash=name)
            message.metadata.cacheable = name not in known
            self.kept.note(message.SerializeToString())
            assert name not in known or name in self.ages, f"{name} is forgotten"
            self.ages[name] = 0
        self.kept.note(ForwardMsg(script_finished=ends).SerializeToString())
        if ends != EARLY:
            older = {name: age + 1 for name, age in self.ages.items()}
            self.ages = {name: age for name, age in older.items() if age <= AGE}

    def asked(self):
        """What the browser says with its next message."""
        asked = BackMsg()
        asked.rerun_script.cached_message_hashes.extend(self.ages)
        asked.rerun_script.query_string = "tag=2015-09-24"
        return asked.SerializeToString()

    def known(self, asked):
        """What the server then leaves out."""
        passed = BackMsg.FromString(self.kept.only(asked))
        assert passed.rerun_script.query_string == "tag=2015-09-24"
        return set(passed.rerun_script.cached_message_hashes)


needs = st.sets(st.sampled_from("abcdefgh"), max_size=4)
runs = st.lists(st.tuples(needs, st.sampled_from([SUCCESS, SUCCESS, EARLY])), max_size=8)
meanwhile = st.lists(needs, max_size=MEANWHILE)


@given(st.lists(st.tuples(needs, runs, meanwhile), max_size=12))
def test_what_is_left_out_is_there_however_many_runs_end_before_it_is_heard_or_answered(visits):
    page = Page()
    for needed, before_heard, before_answered in visits:
        asked = page.asked()
        for between, ends in before_heard:
            page.run(between, ends=ends)
        known = page.known(asked)
        for between in before_answered:
            page.run(between)
        page.run(needed, known)


@pytest.mark.parametrize("rests", range(AGE + 2))
def test_what_the_last_runs_needed_is_not_sent_again(rests):
    page = Page()
    page.run("ab")
    for _ in range(rests):
        page.run("b")
    assert ("a" in page.known(page.asked())) == (rests < AGE - MEANWHILE)
    assert "b" in page.known(page.asked())


def test_a_page_that_opens_its_socket_again_is_sent_everything():
    page = Page()
    page.run("ab")
    page.kept = Kept()
    assert page.known(page.asked()) == set()
