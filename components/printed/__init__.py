"""Pictures and sheets for print, made without a browser: frames in, bytes out."""
