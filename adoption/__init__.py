"""What a status is: pure rules over frames.

Everything may import this package; it imports nothing of the project, reads no
file, knows no clock and draws nothing.
"""
