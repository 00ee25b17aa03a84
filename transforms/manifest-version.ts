import { define } from './lib/define.ts';
import { isPlaceholder } from './lib/manifest-uses.ts';
import type { Manifest } from './lib/manifest.ts';
import type { Place } from './lib/types.ts';

export default define({
  id: 'manifest-version',
  summary: '`manifest_version`, the extension\'s own version, and JSON that browsers do not read',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/manifest#change_the_manifest_version_number',
  messages: {
    'version-3': { outcome: 'changed', severity: 'error', text: '`manifest_version` is now 3' },
    'not-a-number': { outcome: 'changed', severity: 'error', text: '`"manifest_version": {text}` is not a number: browsers refuse it' },
    'trailing-comma': {
      outcome: 'changed', severity: 'error',
      text: 'a comma after the last item: browsers refuse it',
      url: 'https://developer.chrome.com/docs/extensions/reference/manifest',
    },
    'duplicate-key': {
      outcome: 'manual', severity: 'error',
      text: '`"{key}"` stands here twice with different values; browsers take the last',
      advice: 'Remove the one that is not meant. Only the last is migrated.',
      url: 'https://developer.chrome.com/docs/extensions/reference/manifest',
    },
    'block-comment': {
      outcome: 'manual', severity: 'error',
      text: '`{comment}`: Firefox does not read a manifest with this kind of comment',
      advice: 'Use `//` comments.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json',
    },
    'version-format': {
      outcome: 'manual', severity: 'warning',
      text: '`"version": {text}` is not one to four numbers of at most nine digits without leading zeros',
      advice: 'Write a version like `1.2.3`; Chrome shows `version_name` instead, where it is given.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/version/format',
    },
    'version-refused': {
      outcome: 'manual', severity: 'error',
      text: '`"version": {text}`: {browser} refuses an extension with such a version',
      advice: 'Write a version like `1.2.3`; Chrome shows `version_name` instead, where it is given.',
      url: 'https://developer.chrome.com/docs/extensions/reference/manifest/version',
    },
  },

  *manifest(manifest, extension) {
    const version = manifest.node(['manifest_version']);
    if (version !== undefined && manifest.version === 2 && extension.isV3 && !manifest.isStatic) {
      yield { message: 'version-3', at: manifest.at(['manifest_version']), edits: manifest.set(['manifest_version'], 3) };
    } else if (version?.type === 'string' && !Number.isNaN(manifest.version)) {
      yield { message: 'not-a-number', at: manifest.at(['manifest_version']), edits: manifest.set(['manifest_version'], manifest.version), data: { text: JSON.stringify(version.value) } };
    }
    for (const { kind, text, offset, length } of manifest.problems) {
      const at: Place = { file: manifest.path, start: offset, end: offset + length };
      if (kind === 'trailing-comma') yield { message: 'trailing-comma', at, edits: [{ ...at, text: '' }] };
      if (kind === 'duplicate-key') yield { message: 'duplicate-key', at, data: { key: text } };
      if (kind === 'block-comment' && extension.hasFirefox && !isInLineComment(manifest, offset)) {
        yield { message: 'block-comment', at, data: { comment: text.replace(/\s+/g, ' ').slice(0, 60) } };
      }
    }
    const own = manifest.node(['version']);
    if (own === undefined || isPlaceholder(own.value)) return;
    const data = { text: manifest.text.slice(own.offset, own.offset + own.length) };
    const text = own.type === 'string' ? (own.value as string) : '';
    const browser = extension.hasWorker && !isChromeVersion(text) ? 'Chrome' : text === '' ? 'Firefox' : undefined;
    if (browser !== undefined) yield { message: 'version-refused', at: manifest.at(['version']), data: { ...data, browser } };
    else if (extension.hasFirefox ? !IN_FIREFOX.test(text) : LEADING_ZERO.test(text)) yield { message: 'version-format', at: manifest.at(['version']), data };
  },
});

const IN_FIREFOX = /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){0,3}$/;
const LEADING_ZERO = /(^|\.)0\d/;

/** Chrome counts in 32 bits, and forgives leading zeros but in the first number. */
function isChromeVersion(text: string): boolean {
  return /^(0|[1-9]\d*)(\.\d+){0,3}$/.test(text) && text.split('.').every((number) => Number(number) < 2 ** 32);
}

/** Firefox drops a block comment with the line comment that it stands in. */
function isInLineComment(manifest: Manifest, offset: number): boolean {
  const line = manifest.text.slice(manifest.text.lastIndexOf('\n', offset) + 1, offset);
  return /^\s*\/\//.test(line);
}
