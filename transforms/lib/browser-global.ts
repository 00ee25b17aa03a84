import { isAssigned, isUnder } from './api.ts';
import { walk, type Node } from './ast.ts';
import type { Script } from './script.ts';

const POLYFILL = /(^|\/)(browser|webextension)-polyfill[^/]*\.js$/;

/** Whether every context that loads a script loads webextension-polyfill too. */
export function isPolyfilled({ realms }: Script): boolean {
  return realms.length > 0 && realms.every(({ scripts }) => scripts.some(({ path }) => POLYFILL.test(path)));
}

/** Whether a script makes sure that `browser` exists: webextension-polyfill, or an assignment of its own. */
function providesBrowser(script: Script): boolean {
  if (!/\bbrowser\b/.test(script.text)) return false;
  if (POLYFILL.test(script.path)) return true;
  if (!script.isModule && script.scopes?.program.bindings.has('browser')) return true;
  return script.freeNames.get('browser')?.some(({ writes }) => writes) === true ||
    script.references('').some(({ root, node }) => root === 'browser' && isAssigned(node));
}

/** Whether every context that loads a script has a `browser` of its own making there. */
export function hasOwnBrowser(script: Script): boolean {
  return providesBrowser(script) || (script.realms.length > 0 && script.realms.every((realm) => realm.scripts.some(providesBrowser)));
}

/** Whether a node runs only where a test of `browser` holds. */
export function isUnderBrowserTest(node: Node): boolean {
  return isUnder(node, mentionsBrowser);
}

function mentionsBrowser(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (node.type === 'Identifier' && node.name === 'browser') found = true;
    return !found;
  });
  return found;
}

const FIREFOX = /firefox|gecko|\bmoz|InstallTrigger|getBrowserInfo/i;

/** Whether code speaks of Firefox by name. */
export function namesFirefox(script: Script, node: Node): boolean {
  return FIREFOX.test(script.textOf(node));
}

/** Whether a node runs only where a test holds that speaks of Firefox, or only where one of Chrome fails. */
export function isInFirefoxBranch(script: Script, node: Node): boolean {
  return isUnder(node, (test) => namesFirefox(script, test));
}
