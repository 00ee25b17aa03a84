import type { ApiReference } from './lib/api.ts';
import { isGuarded, isTest } from './lib/guarded.ts';
import { hasOwnBrowser, isInFirefoxBranch, isUnderBrowserTest, isWithoutChrome, ownBrowser } from './lib/browser-global.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isBuiltByWxt } from './lib/frameworks.ts';
import type { Manifest } from './lib/manifest.ts';
import { minimumVersion, missingPart } from './lib/platform.ts';
import { isTried, type Script } from './lib/script.ts';
import { isWithin, type Node } from './lib/ast.ts';

export default define({
  id: 'browser-namespace',
  summary: 'The `browser` namespace, which Chrome has since version 148',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace',
  targets: ['chrome', 'cross-browser'],
  messages: {
    'minimum-version': {
      outcome: 'review', severity: 'error',
      text: 'Chrome has `browser` since version {version}: `minimum_chrome_version` is now {version}',
      advice: 'For older versions load webextension-polyfill first, or write `chrome`: in Manifest V3 it returns promises too. There a message listener must answer with `sendResponse` and `return true`, not with a promise.',
    },
    'older-admitted': {
      outcome: 'manual', severity: 'warning',
      text: 'Chrome has `browser` since version {version}, and the manifest admits older versions: nothing that is seen here gives them one',
      advice: 'If the build adds webextension-polyfill, all is well. Otherwise load it first, write `chrome`, or raise `minimum_chrome_version`.',
    },
    'not-in-own': {
      outcome: 'manual', severity: 'warning',
      text: 'this `browser` of the extension\'s own lacks {names}, which other code uses',
      advice: 'Add what is missing, or set `minimum_chrome_version` to {version}: from there on Chrome has a `browser` itself.',
    },
  },
  names: ['browser'],
  *script(script: Script, extension: Extension) {
    const own = ownBrowser(script);
    if (own === undefined) return;
    const version = firstVersion(extension.manifest);
    if (minimumVersion(extension.manifest, 'chrome') >= version && isUnderBrowserTest(own.node)) return;
    const missing = new Set<string>();
    for (const other of extension.apiScripts) {
      if (!other.realms.some((realm) => script.realms.includes(realm))) continue;
      for (const reference of other.apiReferences) {
        const { root, names, node } = reference;
        const isOwn = root !== 'browser' || names.length === 0 || own.has(names) || isWithin(node, own.node);
        if (!isOwn && !isTest(node) && !isGuarded(other, reference) && !isInFirefoxBranch(other, node)) missing.add(`\`${own.has(names.slice(0, 1)) ? names.slice(0, 2).join('.') : names[0]}\``);
      }
    }
    if (missing.size > 0) yield { message: 'not-in-own', at: script.at(own.node), data: { names: [...missing].join(', '), version: String(version) } };
  },
  *manifest(manifest: Manifest, extension: Extension) {
    const version = firstVersion(manifest);
    if (minimumVersion(manifest, 'chrome') >= version || isBuiltByWxt(extension)) return;
    for (const script of extension.apiScripts) {
      if (script.realms.length === 0) continue;
      const use = bareUse(script);
      if (use === undefined) continue;
      const at = script.at(use);
      const data = { version: String(version) };
      // Who named a version of Chrome had it in mind, and may have a polyfill that only the build shows.
      if (extension.originalManifest.has(['minimum_chrome_version'])) yield { message: 'older-admitted', at, data };
      else yield { message: 'minimum-version', at, edits: manifest.set(['minimum_chrome_version'], data.version, 'version'), data };
      return;
    }
  },
});

/** The first version of Chrome that has `browser` for this extension. */
function firstVersion(manifest: Manifest): number {
  return manifest.has(['devtools_page']) ? 152 : 148;
}

/** The first use of a `browser` that nothing but the browser itself provides. */
function bareUse(script: Script): Node | undefined {
  const use = script.apiReferences.find((reference) => {
    const { root, keys, node, links } = reference;
    return root === 'browser' && keys.every((key) => key !== undefined) && !isTest(node) && !isTried(node) &&
      !links.some((link) => link?.type === 'OptionalMemberExpression') && !isUnderBrowserTest(node) && !isInFirefoxBranch(script, node) && !isWithoutChrome(script, node) && !isForOthers(script, reference);
  });
  return use !== undefined && !hasOwnBrowser(script) ? use.node : undefined;
}

/** Whether no version of Chrome has what code uses without a test of it: to ask for a newer one helps nobody. */
function isForOthers(script: Script, reference: ApiReference): boolean {
  return missingPart('chrome', reference.path) !== undefined && !isGuarded(script, reference);
}
