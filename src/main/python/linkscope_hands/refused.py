"""Why something was not done."""


class Refused(Exception):
    """A code of the protocol, and a text for people: the program that failed, or what differs."""

    def __init__(self, code, text=''):
        super().__init__(code, text)
        self.code = code
        self.text = text
