import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import type { Match } from './lib/types.ts';

type Id = 'too-many' | 'sidebar' | 'no-description' | 'no-default' | 'key' | 'text' | 'global';

const LIMIT = 4;
const MDN = 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/commands';

export default define<Id>({
  id: 'shortcuts',
  summary: 'Keyboard shortcuts that one of the target\'s browsers refuses',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/commands',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'too-many': {
      outcome: 'manual', severity: 'error',
      text: 'the manifest suggests {count} shortcuts: Chrome refuses more than four',
      advice: 'Drop `suggested_key` from the commands that matter least: users can set a shortcut themselves.',
    },
    'sidebar': { outcome: 'changed', severity: 'error', text: 'Chrome has no sidebar to open, and refuses `_execute_sidebar_action`' },
    'no-description': {
      outcome: 'manual', severity: 'error',
      text: 'the command `{command}` has no description: Chrome refuses the extension',
      advice: 'Add a `description`, which Chrome shows among the keyboard shortcuts.',
    },
    'no-default': {
      outcome: 'manual', severity: 'error',
      text: '`{command}` suggests a shortcut for some systems only: on the others Chrome refuses the extension',
      advice: 'Add a `default`.',
    },
    'key': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome does not know the shortcut `{key}`, and refuses the extension',
      advice: 'Combine either Ctrl or Alt, and Shift if need be, with a letter, a digit, an arrow key or the like; or leave the shortcut to the user.',
    },
    'text': {
      outcome: 'changed', severity: 'error',
      text: 'Firefox refuses a shortcut that is not an object: `{key}` is now its `default`', url: MDN,
    },
    'global': { outcome: 'changed', severity: 'info', text: 'Firefox has no global shortcuts, and ignores `global`', url: MDN },
  },

  *manifest(manifest, extension) {
    for (const command of manifest.keys(['commands'])) {
      const path = ['commands', command];
      if (extension.hasFirefox) yield* forFirefox(manifest, extension, command);
      if (!extension.hasWorker) continue;
      if (command === '_execute_sidebar_action' && extension.target === 'chrome') {
        const all = manifest.keys(['commands']).length === 1;
        yield { message: 'sidebar', at: manifest.at(path), edits: manifest.remove(all ? ['commands'] : path) };
      } else {
        yield* forChrome(manifest, command);
      }
    }
    if (extension.hasWorker) yield* limit(manifest, extension);
  },
});

function* forFirefox(manifest: Manifest, extension: Extension, command: string): Generator<Match<Id>> {
  const path = ['commands', command, 'suggested_key'];
  const key = manifest.string(path);
  if (key !== undefined) yield { message: 'text', at: manifest.at(path), edits: manifest.wrap(path, 'default', {}), data: { key } };
  const global = ['commands', command, 'global'];
  if (extension.target === 'firefox' && manifest.has(global)) yield { message: 'global', at: manifest.at(global), edits: manifest.remove(global) };
}

const ACTIONS = new Set(['_execute_action', '_execute_browser_action', '_execute_page_action']);
const MODIFIERS: Readonly<Record<string, string>> = { mac: 'Ctrl|Alt|Command|MacCtrl', chromeos: 'Ctrl|Alt|Search' };
const KEYS = '[A-Z0-9]|Comma|Period|Home|End|PageUp|PageDown|Space|Insert|Delete|Up|Down|Left|Right|Tab';

function* forChrome(manifest: Manifest, command: string): Generator<Match<Id>> {
  const path = ['commands', command];
  const suggested = [...path, 'suggested_key'];
  if (!ACTIONS.has(command) && (manifest.string([...path, 'description']) ?? '') === '') yield { message: 'no-description', at: manifest.at(path), data: { command } };
  const platforms = manifest.keys(suggested);
  if (platforms.length > 0 && !platforms.includes('default') && !['windows', 'mac', 'linux', 'chromeos'].every((one) => platforms.includes(one))) {
    yield { message: 'no-default', at: manifest.at(suggested), data: { command } };
  }
  for (const platform of platforms) {
    const key = manifest.string([...suggested, platform]);
    if (key !== undefined && !isChromeKey(key, platform)) yield { message: 'key', at: manifest.at([...suggested, platform]), data: { key } };
  }
}

function isChromeKey(text: string, platform: string): boolean {
  const parts = text.split('+').map((part) => part.trim());
  const key = parts.pop()!;
  if (/^Media(NextTrack|PlayPause|PrevTrack|Stop)$/.test(key)) return parts.length === 0;
  const modifiers = parts.filter((part) => part !== 'Shift');
  return modifiers.length === 1 && new RegExp(`^(${MODIFIERS[platform] ?? 'Ctrl|Alt'})$`).test(modifiers[0]!) && new RegExp(`^(${KEYS})$`).test(key);
}

function* limit(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  const suggested = manifest.keys(['commands']).filter((command) => manifest.has(['commands', command, 'suggested_key']) && !(command === '_execute_sidebar_action' && extension.target === 'chrome'));
  if (suggested.length > LIMIT) yield { message: 'too-many', at: manifest.at(['commands']), data: { count: String(suggested.length) } };
}
