import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Manifest } from './lib/manifest.ts';
import type { Match } from './lib/types.ts';

type Id = 'no-object' | 'too-many' | 'sidebar' | 'no-description' | 'no-default' | 'platform' | 'key' | 'text' | 'global';

const LIMIT = 4;
const MDN = 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/commands';

export default define<Id>({
  id: 'shortcuts',
  summary: 'Keyboard shortcuts that one of the target\'s browsers refuses',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/commands',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'no-object': { outcome: 'manual', severity: 'error', text: 'the command `{command}` must be an object: browsers refuse the extension', advice: 'Write an object, or remove the command.' },
    'too-many': {
      outcome: 'manual', severity: 'error',
      text: 'the manifest suggests {count} shortcuts: Chrome refuses more than four',
      advice: 'Drop `suggested_key` from the commands that matter least: users can set a shortcut themselves.',
    },
    'sidebar': { outcome: 'changed', severity: 'error', text: 'Chrome has no sidebar that `_execute_sidebar_action` could open' },
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
    'platform': {
      outcome: 'manual', severity: 'error',
      text: '`{platform}` is no system that {browser} knows: it refuses the extension',
      advice: 'Name `windows`, `mac`, `linux`, `chromeos` or `default`.',
    },
    'key': {
      outcome: 'manual', severity: 'error',
      text: '{browser} does not know the shortcut `{key}`, and refuses the extension',
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
      if (manifest.node(path)?.type !== 'object') {
        yield { message: 'no-object', at: manifest.at(path), data: { command } };
        continue;
      }
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
  const text = manifest.string(path);
  if (text !== undefined && text !== '') yield { message: 'text', at: manifest.at(path), edits: manifest.wrap(path, 'default', {}), data: { key: text } };
  for (const [platform, key] of shortcuts(manifest, command)) {
    const at = manifest.at([...path, platform]);
    if (!IN_FIREFOX.has(platform)) yield { message: 'platform', at, data: { platform, browser: 'Firefox' } };
    else if (platform !== 'chromeos' && !isFirefoxKey(key)) yield { message: 'key', at, data: { key, browser: 'Firefox' } };
  }
  const global = ['commands', command, 'global'];
  if (extension.target === 'firefox' && manifest.has(global)) yield { message: 'global', at: manifest.at(global), edits: manifest.remove(global) };
}

const ACTIONS = new Set(['_execute_action', '_execute_browser_action', '_execute_page_action']);
const IN_CHROME = new Set(['default', 'windows', 'mac', 'linux', 'chromeos']);
const IN_FIREFOX = new Set([...IN_CHROME, 'android', 'ios']);

function* forChrome(manifest: Manifest, command: string): Generator<Match<Id>> {
  const path = ['commands', command];
  const suggested = [...path, 'suggested_key'];
  if (!ACTIONS.has(command) && (manifest.string([...path, 'description']) ?? '') === '') yield { message: 'no-description', at: manifest.at(path), data: { command } };
  const text = manifest.string(suggested);
  if (text !== undefined && text !== '' && !isChromeKey(text, 'default')) yield { message: 'key', at: manifest.at(suggested), data: { key: text, browser: 'Chrome' } };
  const platforms = manifest.keys(suggested);
  const isComplete = platforms.includes('default') || [...IN_CHROME].every((one) => one === 'default' || platforms.includes(one));
  if (manifest.node(suggested)?.type === 'object' && !isComplete) yield { message: 'no-default', at: manifest.at(suggested), data: { command } };
  for (const [platform, key] of shortcuts(manifest, command)) {
    const at = manifest.at([...suggested, platform]);
    if (!IN_CHROME.has(platform)) yield { message: 'platform', at, data: { platform, browser: 'Chrome' } };
    else if (!isChromeKey(key, platform)) yield { message: 'key', at, data: { key, browser: 'Chrome' } };
  }
}

/** The shortcuts of a command, by system. */
function shortcuts(manifest: Manifest, command: string): [platform: string, key: string][] {
  const path = ['commands', command, 'suggested_key'];
  return manifest.keys(path).map((platform) => [platform, manifest.string([...path, platform]) ?? '']);
}

// ---- keys: what Chromium 156 and Firefox 153 take

const KEY = /^([A-Z\d]|Comma|Period|Home|End|PageUp|PageDown|Space|Insert|Delete|Up|Down|Left|Right)$/;
const MEDIA_KEY = /^Media(NextTrack|PlayPause|PrevTrack|Stop)$/;
const MODIFIERS: Readonly<Record<string, RegExp>> = { mac: /^(Shift|Ctrl|Alt|Command|MacCtrl|Option)$/, chromeos: /^(Shift|Ctrl|Alt|Search)$/ };

function isChromeKey(text: string, platform: string): boolean {
  const [key, ...modifiers] = partsOf(text);
  if (MEDIA_KEY.test(key)) return modifiers.length === 0;
  const isComplete = modifiers.length <= 2 && modifiers.some((one) => one !== 'Shift') && modifiers.every((one) => (MODIFIERS[platform] ?? /^(Shift|Ctrl|Alt)$/).test(one));
  const isAltGr = modifiers.some((one) => /^(Alt|Option)$/.test(one)) && modifiers.some((one) => /Ctrl|Command/.test(one));
  return isComplete && !isAltGr && (KEY.test(key) || key === 'Tab');
}

function isFirefoxKey(text: string): boolean {
  const [key, ...modifiers] = partsOf(text);
  if (MEDIA_KEY.test(key)) return modifiers.length === 0;
  const isFunctionKey = /^F([1-9]|1[0-2])$/.test(key);
  const own = modifiers.filter((one) => one !== 'Shift');
  return (isFunctionKey || (KEY.test(key) && own.length > 0)) && modifiers.length <= 2 && own.every((one) => /^(Ctrl|Alt|Command|MacCtrl)$/.test(one));
}

/** The key of a shortcut, and its modifiers. */
function partsOf(text: string): [key: string, ...modifiers: string[]] {
  const parts = text.split('+').map((part) => part.trim());
  return [parts.at(-1)!, ...parts.slice(0, -1)];
}

/** Keys for media do not count. */
function* limit(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  const suggested = manifest.keys(['commands']).filter((command) => {
    const keys = [manifest.string(['commands', command, 'suggested_key']) ?? '', ...shortcuts(manifest, command).map(([, key]) => key)];
    return keys.some((key) => key !== '' && !MEDIA_KEY.test(key)) && !(command === '_execute_sidebar_action' && extension.target === 'chrome');
  });
  if (suggested.length > LIMIT) yield { message: 'too-many', at: manifest.at(['commands']), data: { count: String(suggested.length) } };
}
