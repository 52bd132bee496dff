"""Changes to this computer: each looked at first, made in steps, and undone byte for byte."""
