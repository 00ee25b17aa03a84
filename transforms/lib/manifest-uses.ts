import type { Extension } from './extension.ts';

/** Whether some script may read a key of the manifest at run time. */
export function isManifestKeyRead(extension: Extension, key: string): boolean {
  const word = new RegExp(`(?<![\\w$])${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w$])`);
  return extension.scripts.some(({ text }) => /\bgetManifest\b|\bgetDetails\b|manifest\.json/.test(text) && word.test(text));
}

/** Whether a value is text that a build replaces: `__VERSION__`, `{{version}}`, `%VERSION%`. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && /__|[{}%$@<>]|^[A-Z_]+$/.test(value);
}
