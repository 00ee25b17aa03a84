import type * as t from '@babel/types';
import { isFunction, isMember, parentOf, property, propertyValue, unwrap, type FunctionNode, type Node } from './lib/ast.ts';
import type { ApiReference } from './lib/api.ts';
import { define } from './lib/define.ts';
import { spelled } from './lib/rename.ts';
import { isTried, type Script } from './lib/script.ts';
import { svgImage } from './lib/svg-images.ts';

export default define({
  id: 'action-arguments',
  summary: 'Arguments of the `action` API that Chrome, or its service worker, does not take',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/action',
  targets: ['chrome', 'cross-browser'],
  names: ['action', 'browserAction', 'pageAction'],
  apiOnly: true,
  messages: {
    'window-id': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` throws in Chrome: it knows no `windowId` here',
      advice: 'Set the state of each tab of the window, or the common state without an id.',
    },
    'null-reset': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` throws in Chrome: it needs a {name}',
      advice: 'Set the value that it should fall back to; only `setBadgeText` takes `null`.',
    },
    'tab-id-object': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` now gets the tab\'s id, which both browsers take, instead of an object',
    },
    'svg-icon': {
      outcome: 'manual', severity: 'error',
      text: '`{path}`: a service worker cannot decode SVG images, and `action.setIcon` fails there',
      advice: 'Give it PNG images, or draw the icon on an `OffscreenCanvas` and give its `imageData`.',
    },
    'click-data': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is undefined in Chrome, which gives the listeners of `{code}` the tab only',
      advice: 'Chrome does not tell the button and the modifier keys: test whether there is a second argument.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/action/onClicked',
    },
  },
  *script(script: Script) {
    for (const reference of script.references('action')) {
      const { call, names } = reference;
      if (call === undefined) continue;
      const [first] = call.arguments;
      const argument = first && unwrap(first);
      if (reference.path === 'action.onClicked.addListener') yield* clickData(script, reference, argument);
      if (names.length !== 2 || argument?.type !== 'ObjectExpression') continue;
      const data = { code: spelled(script, reference) };
      const image = names[1] === 'setIcon' && script.runsIn('background') ? svgImage(script, propertyValue(argument, 'path')) : undefined;
      if (image !== undefined) yield { message: 'svg-icon', at: script.at(image), data: { path: script.textOf(image).slice(1, -1) } };
      if (names[1] !== 'openPopup' && property(argument, 'windowId') && !isTried(call)) yield { message: 'window-id', at: script.at(property(argument, 'windowId')!), data };
      else if (names[1] === 'isEnabled') yield* tabIdObject(script, argument, data);
      else if (!isTried(call)) yield* nullReset(script, names[1]!, argument, data);
    }
  },
});

/** `isEnabled({ tabId })` and `isEnabled({})` are Firefox's own forms; a number works in both (verified in Chromium 156 and Firefox 153). */
function* tabIdObject(script: Script, details: t.ObjectExpression, data: { readonly code: string }) {
  const [only] = details.properties;
  const tabId = property(details, 'tabId');
  if (details.properties.length > 1 || (only !== undefined && tabId?.type !== 'ObjectProperty')) return;
  const text = tabId?.type === 'ObjectProperty' ? script.textOf(tabId.value) : '';
  yield { message: 'tab-id-object' as const, at: script.at(details), edits: [script.replace(details, text)], data };
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  setTitle: ['title'], setPopup: ['popup'], setBadgeBackgroundColor: ['color'], setBadgeTextColor: ['color'], setIcon: ['path', 'imageData'],
};

function* nullReset(script: Script, member: string, details: t.ObjectExpression, data: { readonly code: string }) {
  const names = REQUIRED[member];
  if (names === undefined || details.properties.some(({ type }) => type === 'SpreadElement')) return;
  if (names.some((name) => property(details, name) !== undefined && propertyValue(details, name)?.type !== 'NullLiteral')) return;
  // Without its key such a call fails in both browsers, except where it takes an icon back.
  if (member !== 'setIcon' && names.every((name) => property(details, name) === undefined)) return;
  yield { message: 'null-reset' as const, at: script.at(details), data: { ...data, name: names.map((name) => `\`${name}\``).join(' or ') } };
}

function* clickData(script: Script, reference: ApiReference, listener: Node | undefined) {
  const param = listenerOf(script, listener)?.params[1];
  if (param?.type === 'ObjectPattern') yield { message: 'click-data' as const, at: script.at(param), data: { name: script.textOf(param), code: spelled(script, reference, 2) } };
  if (param?.type !== 'Identifier') return;
  const unguarded = script.binding(param)?.references.find(({ node }) => {
    const parent = parentOf(node);
    return parent?.type === 'MemberExpression' && isMember(parent) && parent.object === node;
  });
  if (unguarded) yield { message: 'click-data' as const, at: script.at(unguarded.node), data: { name: param.name, code: spelled(script, reference, 2) } };
}

function listenerOf(script: Script, node: Node | undefined): FunctionNode | undefined {
  if (isFunction(node)) return node;
  if (node?.type !== 'Identifier') return undefined;
  const [declaration, another] = script.binding(node)?.declarations ?? [];
  if (declaration === undefined || another !== undefined) return undefined;
  const value = isFunction(declaration.node) ? declaration.node : declaration.init && unwrap(declaration.init);
  return isFunction(value) && declaration.keys?.length === 0 ? value : undefined;
}
