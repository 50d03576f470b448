"""What nginx does in front of the app: its templates, their values, and its own two pages."""
