import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { Manifest, type Json, type JsonPath, type JsonProblem } from './lib/manifest.ts';
import type { Match } from './lib/types.ts';

type Id = 'message-name' | 'no-messages' | 'no-default-locale' | 'broken-messages' | 'no-message' | 'no-message-in-firefox' | 'no-message-in-style';

export default define<Id>({
  id: 'locales',
  summary: 'Messages of `_locales` that the manifest or a style sheet names and the extension lacks',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/i18n',
  messages: {
    'no-messages': {
      outcome: 'manual', severity: 'error',
      text: '`{path}` does not exist: browsers refuse an extension without the messages of its `default_locale`', advice: 'Add the file, or correct the locale.',
      url: 'https://developer.chrome.com/docs/extensions/reference/manifest/default-locale',
    },
    'no-default-locale': {
      outcome: 'manual', severity: 'error',
      text: 'browsers refuse an extension with a folder `_locales` that has no `default_locale`', advice: 'Add `"default_locale"` with the name of a folder in `_locales`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/manifest/default-locale',
    },
    'broken-messages': {
      outcome: 'manual', severity: 'error',
      text: 'browsers refuse an extension with these messages: {problem}', advice: 'Correct the file.',
    },
    'message-name': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is no name of a message to Chrome{more}: it refuses the extension', advice: 'Use letters from a to z, digits and `_` only, in all languages, and where the message is asked for.',
    },
    'no-message': {
      outcome: 'manual', severity: 'error',
      text: '`__MSG_{name}__` has no message in `{path}`: Chrome refuses the extension', advice: 'Add the message, or correct the name.',
    },
    'no-message-in-firefox': {
      outcome: 'manual', severity: 'warning',
      text: '`__MSG_{name}__` has no message in `{path}`: Firefox shows the name as it stands', advice: 'Add the message, or correct the name.',
    },
    'no-message-in-style': {
      outcome: 'manual', severity: 'warning',
      text: '`__MSG_{name}__` has no message in `{path}`: the style sheet keeps it as it stands', advice: 'Add the message, or correct the name.',
    },
  },

  *manifest(manifest, extension) {
    if (manifest.conventions !== undefined) return;
    const built = extension.isBuilt || extension.backgroundSources !== undefined;
    const folder = `${extension.root}_locales/`;
    const locale = manifest.string(['default_locale']);
    if (locale === undefined) {
      const isThere = [...extension.assets, ...extension.files.keys()].some((path) => path.startsWith(folder));
      if (isThere && !built) yield { message: 'no-default-locale', at: manifest.at([]) };
      return;
    }
    const path = `${folder}${locale}/messages.json`;
    // Firefox does not tell `en-US` from `en_US`.
    const spellings = extension.hasWorker ? [path] : [path, path.replaceAll('-', '_'), `${folder}${locale.replaceAll('_', '-')}/messages.json`];
    const found = spellings.find((one) => extension.exists(one));
    if (found === undefined) {
      if (!built) yield { message: 'no-messages', at: manifest.at(['default_locale']), data: { path: extension.toManifest(path) } };
      return;
    }
    const file = extension.files.get(found);
    if (file !== undefined) yield* check(manifest, extension, new Manifest(file));
    for (const other of extension.files.values()) {
      if (other.path !== found && isMessages(other.path, folder, extension) && !isSound(other.text)) yield* faults(new Manifest(other), extension);
    }
  },
});

/** Whether a file holds messages that browsers read. Chrome passes over folders whose names are no locales. */
function isMessages(path: string, folder: string, extension: Extension): boolean {
  const locale = path.startsWith(folder) ? /^([^/]+)\/messages\.json$/.exec(path.slice(folder.length))?.[1] : undefined;
  return locale !== undefined && (extension.hasFirefox || /^[a-z]{2,3}([_-][A-Za-z\d]+)*$/.test(locale));
}

/** Whether plain JSON shows that nothing is wrong. */
function isSound(text: string): boolean {
  try {
    return Object.values(JSON.parse(text) as object).every((entry: unknown) => typeof (entry as { message?: unknown } | null)?.message === 'string');
  } catch {
    return false;
  }
}

/** What is wrong with a file of messages: browsers refuse an extension for any of them, whichever language they speak. */
function* faults(messages: Manifest, extension: Extension): Generator<Match<Id>> {
  const problem = syntaxProblem(messages, extension);
  if (problem !== undefined) {
    yield { message: 'broken-messages', at: { file: messages.path, start: problem.offset, end: problem.offset + problem.length }, data: { problem: problem.kind === 'syntax' ? problem.text : 'a comma follows the last one' } };
    return;
  }
  for (const name of messages.keys([])) {
    if (messages.string([name, 'message']) === undefined) yield { message: 'broken-messages', at: messages.at([name]), data: { problem: `\`${name}\` has no \`message\`` } };
  }
}

function syntaxProblem(messages: Manifest, { hasFirefox }: Extension): JsonProblem | undefined {
  // Chrome reads `\x41`, as JavaScript does.
  return messages.problems.find(({ kind, text }) => kind === 'trailing-comma' || (kind === 'syntax' && (hasFirefox || text !== 'invalid escape')));
}

/** The strings of the manifest in which Chrome puts messages, by their path. */
const LOCALISED = /^(name|short_name|description|action\.default_title|omnibox\.keyword|commands\.[^.]+\.description|chrome_settings_overrides\.(homepage|startup_pages\.\d+|search_provider\.\w+))$/;

function* check(manifest: Manifest, extension: Extension, messages: Manifest): Generator<Match<Id>> {
  yield* faults(messages, extension);
  if (syntaxProblem(messages, extension)) return;
  const names = messages.keys([]);
  const [strange, ...others] = extension.hasWorker ? names.filter((name) => !/^[\w@]+$/.test(name)) : [];
  if (strange !== undefined) yield { message: 'message-name', at: messages.at([strange]), data: { name: strange, more: others.length === 0 ? '' : `, nor are ${others.length} more` } };
  // Names are compared without regard to case; those with `@@` are the browser's own.
  const known = new Set(names.map((name) => name.toLowerCase()));
  const missing = (text: string): { readonly name: string; readonly offset: number }[] =>
    [...text.matchAll(/__MSG_(\w+?)__/g)].map(({ 1: name, index }) => ({ name: name!, offset: index })).filter(({ name }) => !known.has(name.toLowerCase()));
  const path = extension.toManifest(messages.path);

  for (const own of strings(manifest.value([]) ?? null, [])) {
    const refused = extension.hasWorker && LOCALISED.test(own.join('.'));
    if (!refused && !extension.hasFirefox) continue;
    for (const { name } of missing(manifest.string(own)!)) yield { message: refused ? 'no-message' : 'no-message-in-firefox', at: manifest.at(own), data: { name, path } };
  }
  for (const file of extension.files.values()) {
    if (!file.path.endsWith('.css') || !file.editable) continue;
    for (const { name, offset } of missing(file.text)) yield { message: 'no-message-in-style', at: { file: file.path, start: offset, end: offset + `__MSG_${name}__`.length }, data: { name, path } };
  }
}

/** The paths of all strings below a value. */
function* strings(value: Json, path: JsonPath): Generator<JsonPath> {
  if (typeof value === 'string') yield path;
  else if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) yield* strings(inner as Json, [...path, Array.isArray(value) ? Number(key) : key]);
}
