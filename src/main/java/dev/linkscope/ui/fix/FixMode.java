package dev.linkscope.ui.fix;

/** What the wizard asks the user beside the step itself. */
enum FixMode {
    NONE,
    /** Whether to do what was looked at. */
    LOOKED,
    /** Whether to shut the printer's computer down. */
    SHUTTING,
    /** To undo an experiment. */
    UNDOING,
    /** To do again what was done before. */
    AGAIN
}
