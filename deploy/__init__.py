"""The site for the public: what stands in front of it, and the trial of it on one machine."""
