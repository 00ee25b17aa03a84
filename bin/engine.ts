/** What a command needs beyond its arguments: built as one file, which {@link load} keeps compiled between runs. */
export { explain, listTransforms } from './reference.ts';
export { run } from './run.ts';
