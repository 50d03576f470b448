"""Which messages of a page its browser surely keeps, so that a hash may be sent in their place.

A browser lists what it keeps when it asks for a run, and forgets what none of some runs has needed
(`global.maxCachedMessageAge`). Between the two other runs may end, of a reader who clicks fast or
while the server is busy; Streamlit then names a message that is gone, and the page breaks off its
connection. Here the ages are counted as the browser counts them, from what it is sent.
"""

from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

#: So many runs may end between what is asked and its answer: the one that goes on, and one whose
#: end is still on its way.
MEANWHILE = 2


class Kept:
    """What one browser keeps, by hash: how many runs had ended when it was last sent or named."""

    def __init__(self) -> None:
        self._ended, self._needed = 0, dict[str, int]()
        self._most = config.get_option("global.maxCachedMessageAge") - MEANWHILE

    def note(self, content: bytes) -> None:
        """A message that is sent to the browser."""
        message = ForwardMsg.FromString(content)
        if name := message.ref_hash or (message.metadata.cacheable and message.hash):
            self._needed[name] = self._ended
        if (
            message.WhichOneof("type") == "script_finished"
            and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            self._ended += 1
            self._needed = {name: at for name, at in self._needed.items() if self._keeps(at)}

    def only(self, content: bytes) -> bytes:
        """What the browser asks for, its list without what it may have forgotten by the answer."""
        asked = BackMsg.FromString(content)
        listed = asked.rerun_script.cached_message_hashes
        sure = [name for name in listed if name in self._needed]
        if len(sure) == len(listed):
            return content
        listed[:] = sure
        return asked.SerializeToString()

    def _keeps(self, at: int) -> bool:
        return self._ended - at <= self._most
