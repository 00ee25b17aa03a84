import type * as t from '@babel/types';
import { ancestors, callOf, functionOf, isFunction, isMember, isNothing, keyName, memberName, parentOf, propertyValue, siblings, stringValue, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import type { Extension } from '../extension.ts';
import { isConstant, isLiteral, refuse, type Refusal } from './injection.ts';
import { freshName } from '../layout.ts';
import { minimumVersion } from '../platform.ts';
import { folderOf } from '../page.ts';
import type { Script } from '../script.ts';
import type { Edit } from '../types.ts';

/** The id of the tab that a call without a tab means, where the code has it at hand: as code, and what must change for it. */
export interface KnownTab {
  readonly id: string;
  readonly edits: readonly Edit[];
}

/** The active tab, if the call stands where somebody gave it: in the listener of a click, or after a query for it. */
export function activeTabAt(script: Script, call: AnyCall): KnownTab | undefined {
  return queriedTab(script, call) ?? eventTab(script, call);
}

// ---- a query around the call

/** `chrome.tabs.query({ active: true, currentWindow: true }, ...)`, or what Manifest V2 had for it. */
function isActiveQuery(script: Script, node: Node): node is t.CallExpression {
  if (node.type !== 'CallExpression') return false;
  const api = script.api(node.callee)?.names.join('.');
  const [first] = node.arguments.map((argument) => unwrap(argument));
  if (api === 'tabs.getSelected') return first === undefined || isNothing(first) || isFunction(first);
  if (api !== 'tabs.query' || first?.type !== 'ObjectExpression') return false;
  const on = (name: string): boolean => {
    const value = propertyValue(first, name);
    return value !== undefined && isLiteral(value, true);
  };
  return on('active') && (on('currentWindow') || on('lastFocusedWindow')) && first.properties.length === 2;
}

function queriedTab(script: Script, call: AnyCall): KnownTab | undefined {
  for (const up of ancestors(call)) {
    if (!isFunction(up)) continue;
    if (runsMuchLater(up)) break;
    const holder = parentOf(wrapped(up));
    if (holder?.type !== 'CallExpression' || !holder.arguments.includes(wrapped(up) as t.Expression)) continue;
    const callee = unwrap(holder.callee);
    const promise = isMember(callee) && memberName(callee) === 'then' ? unwrap(callee.object) : undefined;
    const query = promise ?? holder;
    if (isActiveQuery(script, query)) {
      const single = script.api(query.callee)?.names.at(-1) === 'getSelected';
      const id = up.params[0] && idIn(script, up.params[0] as Node, call, single);
      if (id !== undefined) return { id, edits: [] };
    }
  }
  for (let scope = script.scopes?.scopeOf(call); scope; scope = scope.parent) {
    for (const binding of scope.bindings.values()) {
      const [declaration] = binding.declarations;
      const init = declaration?.init && unwrap(declaration.init);
      if (init?.type !== 'AwaitExpression' || !isConstant(binding) || declaration!.node.end! > call.start! || functionOf(init) !== functionOf(call)) continue;
      if (!isActiveQuery(script, unwrap(init.argument)) || script.scopes!.scopeOf(call).lookup(binding.name) !== binding) continue;
      const [key] = declaration!.keys ?? [];
      if (declaration!.keys?.length === 0) return { id: tabIdIn(script, `${binding.name}[0]`), edits: [] };
      if (declaration!.keys?.length === 1 && key!.name === '0') return { id: tabIdIn(script, binding.name), edits: [] };
    }
  }
  return undefined;
}

/** The id of a tab, as code: TypeScript takes it for optional, and so it does the tab of some listeners. */
export function tabIdIn(script: Script, tab: string, isOptional = false): string {
  return script.isTyped ? `${tab}${isOptional ? '!' : ''}.id!` : `${tab}.id`;
}

/** The code for the id of the tab that a parameter brings: `tab.id`, `tabs[0].id`; undefined where the name means something else at the call. */
function idIn(script: Script, param: Node, call: Node, single: boolean, isOptional = false): string | undefined {
  const visible = (id: t.Identifier): boolean => {
    const binding = script.binding(id);
    return binding !== undefined && isConstant(binding) && script.scopes!.scopeOf(call).lookup(id.name) === binding;
  };
  if (param.type === 'Identifier') return visible(param) ? tabIdIn(script, single ? param.name : `${param.name}[0]`, isOptional) : undefined;
  if (param.type === 'ArrayPattern' && !single) return param.elements[0] ? idIn(script, param.elements[0], call, true) : undefined;
  if (param.type === 'ObjectPattern' && single) {
    const member = param.properties.find((one): one is t.ObjectProperty => one.type === 'ObjectProperty' && keyName(one) === 'id');
    return member?.value.type === 'Identifier' && visible(member.value) ? member.value.name : undefined;
  }
  return undefined;
}

/** A listener or a timer's callback: when it runs, another tab may be the active one. */
function runsMuchLater(fn: FunctionNode): boolean {
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left)) return /^on[a-z]+$/.test(memberName(parent.left) ?? '');
  if (parent?.type !== 'CallExpression' || parent.callee === outer) return false;
  const callee = unwrap(parent.callee);
  const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' ? callee.name : '';
  return /^(addListener|addEventListener|on|click|setTimeout|setInterval)$/.test(name ?? '');
}

// ---- the listener around the call

/** Events that hand the active tab to their listeners, and at which place. */
const EVENT_TABS: Readonly<Record<string, number>> = {
  'browserAction.onClicked': 0, 'pageAction.onClicked': 0, 'action.onClicked': 0,
  'contextMenus.onClicked': 1, 'menus.onClicked': 1, 'commands.onCommand': 1,
};

/** Calls after which another tab may be the active one. */
export const CHANGES_TAB = /^(tabs\.(create|update|duplicate|remove|highlight|move|goBack|goForward|discard)|windows\.(create|update|remove)|runtime\.openOptionsPage|sessions\.restore|identity\.launchWebAuthFlow)$/;

function eventTab(script: Script, call: AnyCall): KnownTab | undefined {
  for (const up of ancestors(call)) {
    if (!isFunction(up)) continue;
    const index = tabIndex(script, up);
    if (index === undefined && runsMuchLater(up)) return undefined;
    if (index === undefined) continue;
    const param = up.params[index] as Node | undefined;
    if (changesTab(script, up, call)) return undefined;
    if (param) {
      const id = idIn(script, param, call, true, index > 0);
      return id === undefined ? undefined : { id, edits: [] };
    }
    return addParameter(script, up, index);
  }
  return undefined;
}

/** At which place a listener gets the tab; undefined for any other function. */
function tabIndex(script: Script, fn: FunctionNode): number | undefined {
  const outer = wrapped(fn);
  const parent = parentOf(outer);
  const use = fn.type === 'FunctionDeclaration' ? onlyUse(script, fn) : outer;
  const holder = use && parentOf(use);
  if (holder?.type === 'CallExpression' && holder.arguments[0] === use) {
    const names = script.api(holder.callee)?.names;
    const event = names?.at(-1) === 'addListener' ? names.slice(0, -1).join('.') : '';
    return event === 'commands.onCommand' && !givesTabToCommands(script.extension) ? undefined : EVENT_TABS[event];
  }
  if (parent?.type === 'ObjectProperty' && keyName(parent) === 'onclick') {
    const options = parentOf(parent);
    const create = options && parentOf(options);
    if (create?.type === 'CallExpression' && /^(contextMenus|menus)\.(create|update)$/.test(script.api(create.callee)?.names.join('.') ?? '')) return 1;
  }
  return undefined;
}

/** The one mention of a declared function, where nothing else uses it. */
function onlyUse(script: Script, fn: t.FunctionDeclaration): Node | undefined {
  const binding = fn.id ? script.binding(fn.id) : undefined;
  if (!binding || binding.references.length !== 1 || binding.declarations.length !== 1) return undefined;
  if (binding.scope.parent === undefined && script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.freeNames.has(binding.name)))) return undefined;
  return binding.references[0]!.node;
}

/** Whether the browsers of the target give the tab to listeners of `commands.onCommand`. */
export function givesTabToCommands(extension: Extension): boolean {
  return extension.target === 'chrome' || minimumVersion(extension.manifest, 'firefox') >= 126;
}

/** Whether a listener may have made another tab the active one before it comes to a call. */
function changesTab(script: Script, fn: FunctionNode, injection: AnyCall): boolean {
  const end = functionOf(injection) === fn ? injection.start! : fn.end!;
  return script.apiReferences.some(({ path, node, call }) => call !== undefined && CHANGES_TAB.test(path) && node.start! >= fn.start! && node.end! <= end);
}

function addParameter(script: Script, fn: FunctionNode, index: number): KnownTab | undefined {
  const name = freshName(fn, 'tab', 'clickedTab', 'activeTab');
  const edits = parameterEdits(script, fn, index, name);
  return edits && { id: tabIdIn(script, name, index > 0), edits };
}

/** The edits that add the tab to a listener's parameters, at the place where its event gives it; undefined where that cannot be. */
export function parameterEdits(script: Script, fn: FunctionNode, index: number, name: string, first = 'info'): Edit[] | undefined {
  if (fn.params.length < index - 1) return undefined;
  const last = fn.params.at(-1) as Node | undefined;
  if (last) {
    if (last.type === 'RestElement' || fn.params.length !== index) return undefined;
    const bare = fn.type === 'ArrowFunctionExpression' && last.start === fn.start! + (fn.async ? 6 : 0);
    return bare ? [script.insert(last.start!, '('), script.insert(last.end!, `, ${name})`)] : [script.insert(last.end!, `, ${name}`)];
  }
  const open = script.file.text.indexOf('(', 'id' in fn && fn.id ? fn.id.end! : fn.start!);
  if (!/^\(\s*\)/.test(script.slice(open, fn.body.start!))) return undefined;
  const before = index === 1 ? `${freshName(fn, first, 'data')}, ` : '';
  return [script.insert(open + 1, `${before}${name}`)];
}

// ---- pages that close

/** What closes the page after a call, in its function or after a call of that: then an answer that the call waits for first never comes. */
export function closingAfter(script: Script, call: Node, depth = 0): Node | undefined {
  for (let inner: Node = call, up = parentOf(call); up !== undefined && !isFunction(inner); inner = up, up = parentOf(up)) {
    const list = siblings(inner);
    for (const later of list?.slice(list.indexOf(inner as t.Statement) + 1) ?? []) {
      let found: Node | undefined;
      walk(later, (node) => {
        if (found || isFunction(node)) return false;
        if (isClose(script, node)) found = node;
        return true;
      });
      if (found) return found;
    }
  }
  const fn = functionOf(call);
  if (fn === undefined || depth > 3 || !/\bclose\b/.test(script.text)) return undefined;
  for (const caller of callersOf(script, fn)) {
    const closing = closingAfter(script, caller, depth + 1);
    if (closing) return closing;
  }
  return undefined;
}

/** The calls that name a function: by its variable, or by its property whatever the object. */
function callersOf(script: Script, fn: FunctionNode): Node[] {
  const parent = parentOf(wrapped(fn));
  const id = fn.type === 'FunctionDeclaration' ? fn.id : parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  if (binding) return binding.references.flatMap(({ node }) => callOf(node) ?? []);
  const name = 'key' in fn && fn.type !== 'ClassPrivateMethod' ? keyName(fn)
    : parent?.type === 'ObjectProperty' ? keyName(parent)
    : parent?.type === 'AssignmentExpression' && isMember(parent.left) ? memberName(parent.left) : undefined;
  const calls: Node[] = [];
  if (name !== undefined) {
    walk(script.program!, (node) => {
      if (isMember(node) && memberName(node) === name) calls.push(...[callOf(node) ?? []].flat());
    });
  }
  return calls;
}

/** `window.close()` and its kin. */
export function isClose(script: Script, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.arguments.length > 0) return false;
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return callee.name === 'close' && script.binding(callee) === undefined;
  return isMember(callee) && memberName(callee) === 'close' && /^(window|self|globalThis)$/.test(script.textOf(callee.object));
}

/** Resolves what a `file` of Manifest V2 means from the pages that a script runs in, and writes it so that it means the same from everywhere. */
export function filePath(script: Script, value: Node): { readonly path: string | undefined } | Refusal {
  const name = stringValue(value);
  const { extension } = script;
  if (name === undefined || name.startsWith('/') || extension.target === 'firefox' || /^[a-z-]+:/i.test(name)) return { path: undefined };
  // Firefox took it from the calling page, Chrome from the root.
  const folders = new Set(script.realms.filter(({ kind }) => kind !== 'content').map(({ name: page }) => (/\.x?html?$/.test(page) ? folderOf(page) : '')));
  const root = extension.fromManifest(name);
  const own = [...folders].filter((folder) => folder !== extension.root).map((folder) => folder + name).filter((path) => extension.exists(path));
  const atRoot = root !== undefined && extension.exists(root);
  const [other] = own;
  if (other === undefined || folders.size > 1) return { path: undefined };
  if (!atRoot) return { path: `/${extension.toManifest(other)}` };
  return extension.target === 'chrome' && !/\bbrowser\b/.test(script.text) ? { path: undefined } : refuse('relative-path', { what: name, root: name, other: extension.toManifest(other) });
}
