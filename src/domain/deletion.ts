/** How long what was deleted can be put back, milliseconds. */
export const undoMs = 10_000
