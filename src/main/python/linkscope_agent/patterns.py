"""Regular expressions. Where the agent runs as a process of its own they come ready made, and `re`
is not loaded, which takes 1.2 MB. Their methods may be used but for `sub` with a backslash in its
template, which loads `re`."""

I, M, S, A = 2, 8, 16, 256  # noqa: E741 - as in `re`
prepared = None


def compile(text, flags=0):
    """As re.compile()."""
    if prepared is not None:
        return prepared(text, flags)
    import re
    return re.compile(text, flags)
