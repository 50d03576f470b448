"""The parts of the pages: each draws what its page has computed."""
