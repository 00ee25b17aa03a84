import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { JsonPath, Manifest } from './lib/manifest.ts';
import type { Match } from './lib/types.ts';
import { listed } from './lib/words.ts';

export default define({
  id: 'missing-files',
  summary: 'Files that the manifest names and the extension lacks',
  url: 'https://developer.chrome.com/docs/extensions/reference/manifest',
  messages: {
    'missing': {
      outcome: 'manual', severity: 'error',
      text: '{files} {do} not exist: Chrome refuses the extension', advice: 'Add the file, or correct the path.',
    },
    'not-built': {
      outcome: 'manual', severity: 'info',
      text: '{files} {do} not exist: without that Chrome refuses the extension', advice: 'If a build makes it, all is well.',
    },
    'no-background': {
      outcome: 'manual', severity: 'warning',
      text: '{files} {do} not exist: Firefox starts the background without that, and what it does has not been looked at',
      advice: 'If it is built, name its source with --background. Else correct the path.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/background',
    },
    'no-page': {
      outcome: 'manual', severity: 'warning',
      text: '{files} {do} not exist', advice: 'Add the file, or correct the path.',
    },
    'no-scripts': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome refuses an entry of `content_scripts` with neither `js` nor `css`', advice: 'Name a file, or remove the entry.',
    },
  },

  *manifest(manifest, extension) {
    if (manifest.conventions !== undefined) return;
    const built = extension.isBuilt || extension.backgroundSources !== undefined;
    if (extension.hasWorker) {
      yield* missing(built ? 'not-built' : 'missing', places(manifest, extension), manifest, extension);
      for (const path of each(manifest, ['content_scripts'], (own) => [own])) {
        if (manifest.node(path)?.type === 'object' && !manifest.has([...path, 'js', 0]) && !manifest.has([...path, 'css', 0])) yield { message: 'no-scripts', at: manifest.at(path) };
      }
      if (!built) yield* missing('no-page', [['action', 'default_popup'], ['devtools_page']], manifest, extension);
    } else if (extension.backgroundSources === undefined) {
      yield* missing('no-background', each(manifest, ['background', 'scripts'], (own) => [own]), manifest, extension);
      const lacking = manifest.has(['background', 'page']) ? (extension.background?.missing ?? []) : [];
      if (lacking.length > 0) yield { message: 'no-background', at: manifest.at(['background', 'page']), data: { files: listed(lacking), do: lacking.length === 1 ? 'does' : 'do' } };
    }
  },
});

/** One finding for all that one key of the manifest lacks; a file that several keys name is told once. */
function* missing<Id extends string>(message: Id, paths: Iterable<JsonPath>, manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  const keys = new Map<JsonPath[number], JsonPath[]>();
  const told = new Set<string>();
  for (const path of paths) {
    const file = manifest.string(path) ?? '';
    if (told.has(file) || !isMissing(manifest, extension, path)) continue;
    told.add(file);
    keys.set(path[0]!, [...(keys.get(path[0]!) ?? []), path]);
  }
  for (const [first, ...others] of keys.values()) {
    const names = [first!, ...others].map((path) => manifest.string(path)!);
    const words = { files: listed(names), do: names.length === 1 ? 'does' : 'do' };
    yield { message, at: manifest.at(first!), data: words };
  }
}

function isMissing(manifest: Manifest, extension: Extension, path: JsonPath): boolean {
  const file = extension.fromManifest(manifest.string(path) ?? '');
  return file !== undefined && file !== '' && !extension.exists(file) && !/node_modules\/|[{}$*]|__/.test(file);
}

/** The keys whose files Chrome insists on. */
function* places(manifest: Manifest, { backgroundSources }: Extension): Generator<JsonPath> {
  // A worker whose source is not known is reported with the background.
  if (backgroundSources !== undefined) yield ['background', 'service_worker'];
  yield ['options_page'];
  yield ['options_ui', 'page'];
  yield ['side_panel', 'default_path'];
  yield ['storage', 'managed_schema'];
  yield ['action', 'default_icon'];
  for (const path of [['icons'], ['action', 'default_icon'], ['chrome_url_overrides'], ['theme', 'images']]) for (const key of manifest.keys(path)) yield [...path, key];
  yield* each(manifest, ['declarative_net_request', 'rule_resources'], (path) => [[...path, 'path']]);
  yield* each(manifest, ['content_scripts'], (path) => ['js', 'css'].flatMap((key) => [...each(manifest, [...path, key], (own) => [own])]));
}

function* each(manifest: Manifest, list: JsonPath, paths: (item: JsonPath) => Iterable<JsonPath>): Generator<JsonPath> {
  const items = manifest.value(list);
  for (const index of Array.isArray(items) ? items.keys() : []) yield* paths([...list, index]);
}
