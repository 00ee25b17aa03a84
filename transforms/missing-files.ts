import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { JsonPath, Manifest } from './lib/manifest.ts';

export default define({
  id: 'missing-files',
  summary: 'Files that the manifest names and the extension lacks',
  url: 'https://developer.chrome.com/docs/extensions/reference/manifest',
  messages: {
    'missing': {
      outcome: 'manual', severity: 'error',
      text: '`{path}` does not exist: Chrome refuses the extension', advice: 'Add the file, or correct the path.',
    },
    'not-built': {
      outcome: 'manual', severity: 'info',
      text: '`{path}` does not exist: without it Chrome refuses the extension', advice: 'If it is built from other files, all is well.',
    },
    'no-background': {
      outcome: 'manual', severity: 'warning',
      text: '`{path}` does not exist: Firefox starts the background without it, and what it does has not been looked at',
      advice: 'If it is built, name its source with --background. Else correct the path.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/background',
    },
    'no-page': {
      outcome: 'manual', severity: 'warning',
      text: '`{path}` does not exist', advice: 'Add the file, or correct the path.',
    },
    'no-scripts': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome refuses an entry of `content_scripts` with neither `js` nor `css`', advice: 'Name a file, or remove the entry.',
    },
  },

  *manifest(manifest, extension) {
    if (manifest.conventions !== undefined) return;
    const built = extension.exists('package.json') || extension.backgroundSources !== undefined;
    if (extension.hasWorker) {
      for (const path of places(manifest, extension)) {
        if (isMissing(manifest, extension, path)) yield { message: built ? 'not-built' : 'missing', at: manifest.at(path), data: { path: manifest.string(path)! } };
      }
      for (const path of each(manifest, ['content_scripts'], (own) => [own])) {
        if (manifest.node(path)?.type === 'object' && !manifest.has([...path, 'js', 0]) && !manifest.has([...path, 'css', 0])) yield { message: 'no-scripts', at: manifest.at(path) };
      }
      for (const path of built ? [] : [['action', 'default_popup'], ['devtools_page']]) {
        if (isMissing(manifest, extension, path)) yield { message: 'no-page', at: manifest.at(path), data: { path: manifest.string(path)! } };
      }
    } else if (extension.backgroundSources === undefined) {
      for (const path of each(manifest, ['background', 'scripts'], (own) => [own])) {
        if (isMissing(manifest, extension, path)) yield { message: 'no-background', at: manifest.at(path), data: { path: manifest.string(path)! } };
      }
    }
  },
});

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
