import type { ApiReference } from './lib/api.ts';
import { isMember, type Node } from './lib/ast.ts';
import { isInFirefoxBranch } from './lib/browser-global.ts';
import { failsWithout, hasAlternative, isGuarded, isTest, isUnder, testsApi } from './lib/guarded.ts';
import { assignsApi, isShimmed } from './lib/shims.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { respell, spelled } from './lib/rename.ts';
import type { Script } from './lib/script.ts';
import { hasToolsMenu } from './lib/tools-menu.ts';
import type { Edit } from './lib/types.ts';

export default define({
  id: 'menus-namespace',
  summary: '`menus` is `contextMenus` where Chrome must run',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus',
  targets: ['chrome', 'cross-browser'],
  names: ['menus', 'contextMenus'],
  apiOnly: true,
  messages: {
    'menus': {
      outcome: 'changed', severity: 'error',
      text: '`{old}` is now `{new}`: both browsers have it under this name',
    },
    'menu-event': {
      outcome: 'review', severity: 'warning',
      text: 'Chrome has no `{code}`: the listener is only added where the event exists',
      advice: 'Chrome does not tell when a menu opens or closes: keep the items up to date at other times.',
    },
    'menu-event-removal': {
      outcome: 'changed', severity: 'error',
      text: 'Chrome has no `{code}`: the listener is only removed where the event exists',
    },
    'menu-call': {
      outcome: 'review', severity: 'warning',
      text: 'Chrome has no `{code}`: it is only called where it exists',
      advice: 'Chrome shows changes the next time the menu opens, and always shows its own menu.',
    },
    'tools-menu': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` keeps its name: Firefox admits `tools_menu` to `menus` only, and Chrome has no `menus`: this throws there',
      advice: 'Put what is in the Tools menu behind `if (browser.menus)`, and write `contextMenus` for the rest. The manifest needs both permissions.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus/ContextType',
    },
    'firefox-only': {
      outcome: 'manual', severity: 'error',
      text: 'Chrome has no `{code}`: this fails there',
      advice: 'For the element under a menu, remember the target of the last `contextmenu` event in a content script. Chrome does not tell when a menu opens or closes.',
    },
  },
  *script(script: Script, extension: Extension) {
    if (assignsApi(script, 'menus') || assignsApi(script, 'menus.getTargetElement')) return;
    const shimmed = isShimmed(script, 'menus') || isShimmed(script, 'menus.getTargetElement');
    const stays = hasToolsMenu(extension);
    for (const reference of shimmed ? [] : script.references('menus')) {
      if (reference.keys[0] === undefined || hasAlternative(script, reference, 'contextMenus')) continue;
      if (stays) {
        if (isGuarded(script, reference) || isInFirefoxBranch(script, reference.node)) continue;
        yield { message: 'tools-menu', at: script.at(reference.node), data: { code: spelled(script, reference, Math.min(reference.names.length, 2)) } };
        continue;
      }
      const edits = [respell(script, reference, 0, 'contextMenus')!];
      const shown = Math.min(reference.names.length, 2);
      yield { message: 'menus', at: script.at(reference.keys[0]), edits, data: { old: spelled(script, reference, shown), new: spelled(script, reference, shown, edits) } };
    }
    for (const reference of [...script.references('contextMenus'), ...(stays ? [] : script.references('menus'))]) {
      if (!ONLY_IN_FIREFOX.has(reference.names[1] ?? '') || reference.pattern || isTest(reference.node) || isGuarded(script, reference, 1)) continue;
      if (isShimmed(script, reference.names.slice(0, 2).join('.'))) continue;
      // A browser that has one of them has them all.
      const asks = (test: Node): boolean => [...ONLY_IN_FIREFOX].some((member) => testsApi(script, test, [reference.names[0]!, member], 1));
      if (isUnder(reference.node, asks, (test) => failsWithout(test, asks))) continue;
      const at = script.at(reference.node);
      const data = { code: spelled(script, reference, 2) };
      const guard = guarded(script, reference);
      if (guard === undefined) yield { message: 'firefox-only', at, data };
      else yield { message: reference.names[2] === 'removeListener' ? 'menu-event-removal' : reference.names.length > 2 ? 'menu-event' : 'menu-call', at, edits: [guard], data };
    }
  },
});

const ONLY_IN_FIREFOX = new Set(['onShown', 'onHidden', 'refresh', 'overrideContext', 'getTargetElement']);

/** `onShown?.addListener(...)`, `onHidden?.removeListener(...)`, `refresh?.()`: code that has no effect where the member is missing. */
function guarded(script: Script, { names, keys, call, node }: ApiReference): Edit | undefined {
  if (call === undefined || call.type === 'NewExpression' || call.optional === true) return undefined;
  if (/^(add|remove)Listener$/.test(names[2] ?? '') && keys[2] && isMember(node) && !node.computed) {
    const dot = script.file.text.lastIndexOf('.', keys[2].start!);
    return script.insert(dot, '?');
  }
  if (names.length > 2 || !/^(refresh|overrideContext)$/.test(names[1]!)) return undefined;
  return script.insert(node.end!, '?.');
}
