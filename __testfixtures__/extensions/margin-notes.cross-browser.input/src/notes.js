import { load, save } from './api.js';

/** Notes by page: { [url]: [{ text, top, time }] }. */
export async function notesOf(url) {
  const { notes } = await load({ notes: {} });
  return notes[url] ?? [];
}

export async function addNote(url, note) {
  const { notes } = await load({ notes: {} });
  notes[url] = [...(notes[url] ?? []), note];
  await save({ notes });
  return notes[url].length;
}

/** Drops what is older than a number of days; resolves to how many notes are left. */
export async function dropOld(days) {
  const { notes } = await load({ notes: {} });
  const limit = Date.now() - days * 24 * 3600 * 1000;
  let left = 0;
  for (const [url, list] of Object.entries(notes)) {
    notes[url] = list.filter(({ time }) => time > limit);
    left += notes[url].length;
    if (notes[url].length === 0) delete notes[url];
  }
  await save({ notes });
  return left;
}
