"""The pages to compare with, each served by itself."""
