import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { JsonPath, Manifest } from './lib/manifest.ts';
import { neededVersions, type Need } from './lib/needed-versions.ts';
import { BROWSER_NAMES, minimumVersion, RELEASED, type Browser } from './lib/platform.ts';
import type { Edit, Match } from './lib/types.ts';

type Id = 'floor' | 'raised' | 'older-admitted' | 'not-released' | 'maximum';

const KEYS = { chrome: ['minimum_chrome_version'], firefox: ['browser_specific_settings', 'gecko', 'strict_min_version'] } as const;

export default define<Id>({
  id: 'minimum-versions',
  summary: 'The lowest browser versions that have what the extension uses',
  url: 'https://developer.chrome.com/docs/extensions/reference/manifest/minimum-chrome-version',
  last: true,
  messages: {
    'floor': { outcome: 'changed', severity: 'warning', text: '{what} needs {browser} {version}: the manifest admitted {old}' },
    'raised': {
      outcome: 'review', severity: 'warning',
      text: '{what} needs {browser} {version}: the manifest no longer admits older versions',
      advice: 'Users of older versions keep the extension that they have. To reach them, test for the API before you use it.',
    },
    'older-admitted': {
      outcome: 'manual', severity: 'info',
      text: '{what} needs {browser} {version}, and the manifest admits older versions, as it did before',
      advice: 'Test for it before you use it, or raise the lowest version.',
    },
    'not-released': {
      outcome: 'manual', severity: 'warning',
      text: '{what} needs {browser} {version}, which is not released yet',
      advice: 'Test for the API before you use it.',
    },
    'maximum': {
      outcome: 'manual', severity: 'error',
      text: '{what} needs {browser} {version}, but `strict_max_version` is {maximum}',
      advice: 'Remove `strict_max_version`.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/browser_specific_settings',
    },
  },

  *manifest(manifest, extension) {
    // An old key is renamed first.
    if (manifest.isStatic || manifest.has(['applications'])) return;
    if (extension.hasWorker) yield* check(manifest, extension, 'chrome');
    if (extension.hasFirefox) yield* check(manifest, extension, 'firefox');
  },
});

function* check(manifest: Manifest, extension: Extension, browser: Browser): Generator<Match<Id>> {
  const path: JsonPath = [...KEYS[browser]];
  if (path.some((_, length) => length > 0 && !/^(undefined|null|object)$/.test(String(manifest.node(path.slice(0, length))?.type)))) return;
  const at = manifest.at(path);
  const implied = browser === 'chrome' ? 88 : extension.isV3 ? 109 : 106;
  const current = minimumVersion(manifest, browser);
  let highest: Need = { version: implied, what: extension.isV3 ? 'Manifest V3' : 'An event page', isNew: true };
  let old = highest;
  for (const need of neededVersions(extension, browser, implied)) {
    if (need.version > RELEASED[browser]) {
      if (current < need.version) yield { message: 'not-released', at, data: dataOf(need, browser) };
    } else if (need.isNew && need.version > highest.version) {
      highest = need;
    } else if (need.version > old.version) {
      old = need;
    }
  }
  // In Manifest V2 only who names Firefox has it among the browsers.
  const isServed = extension.isV3 || manifest.has(path.slice(0, -1));
  const mayAdd = highest.version > implied && isServed;
  const isImplied = extension.isV3 || manifest.has(['background']);
  const isRaised = current < highest.version && ((isImplied && manifest.has(path)) || mayAdd);
  if (isServed && old.version > Math.max(current, isRaised ? highest.version : implied)) yield { message: 'older-admitted', at, data: dataOf(old, browser) };
  if (!isRaised) return;
  const data = { ...dataOf(highest, browser), old: String(current) };
  const maximum = browser === 'firefox' ? manifest.string([...path.slice(0, -1), 'strict_max_version']) : undefined;
  if (maximum !== undefined && Number.parseInt(maximum, 10) < highest.version) {
    yield { message: 'maximum', at: manifest.at([...path.slice(0, -1), 'strict_max_version']), data: { ...data, maximum } };
    return;
  }
  yield { message: highest.version === implied ? 'floor' : 'raised', at, edits: raise(manifest, browser, path, highest.version), data };
}

function raise(manifest: Manifest, browser: Browser, path: JsonPath, version: number): Edit[] {
  if (browser === 'chrome') return manifest.set(path, String(version), 'version');
  const android = ['browser_specific_settings', 'gecko_android', 'strict_min_version'];
  const lower = Number.parseInt(manifest.string(android) ?? '', 10) < version;
  return [...manifest.set(path, `${version}.0`, 'id'), ...(lower ? manifest.set(android, `${version}.0`) : [])];
}

function dataOf({ what, version }: Need, browser: Browser) {
  return { what: what[0]!.toUpperCase() + what.slice(1), browser: BROWSER_NAMES[browser], version: String(version) };
}
