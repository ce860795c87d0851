/** What is said of a text that is longer than what is read at once. */
export const CUT = 'only the first 1 MiB was read';
