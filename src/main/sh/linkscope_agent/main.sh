# Nothing runs before these lines.
set_up
engine | writer
