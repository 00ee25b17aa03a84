import type { Extension } from './extension.ts';
import type { Edit } from './types.ts';

/** A piece of a text: a span of the old one, or new text. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** One list of edits for two that are made one after the other: `second` has the offsets of the texts that `first` leads to. */
export function composed(before: Extension, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const files = new Set([...first, ...second].map(({ file }) => file));
  return [...files].flatMap((file) => {
    const source = before.files.get(file);
    const eol = source?.eol ?? '\n';
    const own = (edits: readonly Edit[]): Edit[] => edits.filter((edit) => edit.file === file).map((edit) => ({ ...edit, text: edit.text.replace(/\r?\n/g, eol) })).sort((a, b) => a.start - b.start || a.end - b.end);
    const pieces = spliced(spliced([{ start: 0, end: source?.text.length ?? 0 }], own(first)), own(second));
    return [...editsOf(file, pieces, source?.text.length ?? 0)];
  });
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece ? { text: piece.text.slice(from, to) } : { start: piece.start + from, end: piece.start + to };
}

/** The pieces after some edits, whose offsets count through the pieces. */
function spliced(pieces: readonly Piece[], edits: readonly Edit[]): Piece[] {
  const result: Piece[] = [];
  const rest = [...pieces];
  let at = 0;
  const take = (to: number, keep: boolean): void => {
    while (at < to) {
      const piece = rest.shift()!;
      const length = Math.min(lengthOf(piece), to - at);
      if (keep) result.push(part(piece, 0, length));
      if (length < lengthOf(piece)) rest.unshift(part(piece, length, lengthOf(piece)));
      at += length;
    }
  };
  for (const { start, end, text } of edits) {
    take(start, true);
    take(end, false);
    result.push({ text });
  }
  return [...result, ...rest];
}

function* editsOf(file: string, pieces: readonly Piece[], length: number): Generator<Edit> {
  let at = 0;
  let text = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (piece.start === piece.end && piece.start !== length) continue;
    if (piece.start > at || text !== '') yield { file, start: at, end: piece.start, text };
    text = '';
    at = piece.end;
  }
}
