import type * as t from '@babel/types';
import { isConditional, isStartUpOnly } from './lib/effects/start-up-only.ts';
import { immediateCall } from './lib/api.ts';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, property, propertyValue, siblings, unwrap, walk, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { evaluate } from './lib/constants.ts';
import { areBranches } from './lib/control-flow.ts';
import { define } from './lib/define.ts';
import { isForOthers, places, unitOf } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { isIgnored, leftAlone, LEFT_ALONE } from './lib/ignoring.ts';
import { faultOfEvent, planInstalling, planRebuilding } from './lib/wake/installing.ts';
import { planClicks, type Update } from './lib/wake/menu-clicks.ts';
import { computedHandlerOf, givenOptions, handlerOf, idOf, loopAround, menuEntries, type Given, type MenuEntry } from './lib/wake/menu-entries.ts';
import { giveIds } from './lib/wake/menu-ids.ts';
import { areSetBack, keptEdits, planKept } from './lib/wake/menu-keeping.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { accessesOf } from './lib/state/state.ts';
import { Settings } from './lib/wake/settings.ts';
import { phaseOf } from './lib/phases.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import type { Edit, Match } from './lib/types.ts';
import { because, snippet, turnWords, uncalledWords } from './lib/words.ts';

export default define({
  id: 'menus',
  summary: 'Context menu items that are created at every start, have no id, or carry their own listener',
  url: 'https://developer.chrome.com/docs/extensions/reference/api/contextMenus',
  moves: true,
  messages: {
    'given-id': {
      outcome: 'changed', severity: 'error',
      text: '{items} {have} now: without one, a background that can be unloaded creates none',
    },
    'id-variable': {
      outcome: 'changed', severity: 'error',
      text: '`{name}` is the id of the menu item at every start, not only when `{code}` has returned it',
    },
    'listened': {
      outcome: 'changed', severity: 'error',
      text: 'what `onclick` of {items} did is done by an `onClicked` listener, which also wakes the background',
    },
    'listened-by-list': {
      outcome: 'review', severity: 'error',
      text: 'what `onclick` of {items} did is done by an `onClicked` listener, which looks up in `{list}` what was clicked',
      advice: 'A click finds what the list holds then, no longer what it held as the item was made: build the menu anew wherever the list changes, and load it at each start.',
    },
    'installed': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` now runs in `runtime.onInstalled`{more}: browsers keep menu items until the next update',
    },
    'installed-and-changed': {
      outcome: 'review', severity: 'error',
      text: '`{code}` now runs in `runtime.onInstalled`{more}: browsers keep menu items until the next update',
      advice: 'They also keep what `update` and `remove` change and what users check: if the menu should begin anew with the browser, build it in `runtime.onStartup` too, after `removeAll`.',
    },
    'rebuilt': {
      outcome: 'review', severity: 'error',
      text: 'the menu is built in `runtime.onInstalled` and `runtime.onStartup`, after `removeAll`{more}: browsers keep it over every wake',
      advice: 'As before, it shows what was true as the browser started, or what events make of it since then.',
    },
    'kept': {
      outcome: 'review', severity: 'error',
      text: '`{code}` still runs at every wake{more}, and takes the item that is there already for its own: browsers keep menu items until the next update',
      advice: 'They also keep what `update` changes and what users check. Where nothing that is loaded before is needed, `runtime.onInstalled` is the better place.',
    },
    'kept-by-setting': {
      outcome: 'review', severity: 'error',
      text: '`{code}` still runs at every wake{more}: it creates the item that is not there yet, and where the setting is off, it is removed',
      advice: 'Browsers keep menu items until the next update, with what `update` changes and what users check.',
    },
    'created-at-start': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake ({when}), but the item still exists: a duplicate id is an error{more}{reason}',
      advice: 'Create menu items in `runtime.onInstalled`; browsers keep them until the next update.',
    },
    'removed-at-start': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake, and takes away the items that an event created: browsers keep them over wakes',
      advice: 'Call it where the menu is built, before its first item.',
    },
    'rebuilt-at-start': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` rebuilds the menu at every wake ({when}), after `{removal}`{more}{reason}',
      advice: 'That works, but what it creates is gone for a moment. Build it in `runtime.onInstalled` and where its source changes.',
    },
    'onclick': {
      outcome: 'manual', severity: 'error',
      text: '`onclick` cannot be used with a background that is unloaded: {effect}{reason}',
      advice: 'Give the item an `id`, and handle it in one `onClicked` listener at top level.',
    },
    'handed-on': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is handed on as a value: which menu items it creates, and when, was not found',
      advice: 'Create menu items in `runtime.onInstalled`, each with an `id` that stays the same, and handle them in one `onClicked` listener at top level.',
    },
    'uncalled': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs when {function} does, and nothing was found that calls it: where a start of the background does, the item is there already',
      advice: 'If it belongs to the start-up, create the item in `runtime.onInstalled`: browsers keep it until the next update. If it is for one event, leave it.',
    },
    'no-id': {
      outcome: 'manual', severity: 'error',
      text: 'a menu item without an `id` is not created by a background that can be unloaded{reason}',
      advice: 'Give each item an `id` that stays the same, and use it instead of the one that `create` returns.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    const entries = menuEntries(realm);
    const updates = callsOf(realm, 'update');
    const turns = turnsOf(realm);
    const handed = [...handedOn(realm, turns)];
    yield* handed;
    if (entries.length === 0 && updates.length === 0) return;
    yield* uncalled(realm, entries, turns);
    const matches = [...withIds(entries, turns), ...hiddenWithoutId(entries, turns), ...idVariables(entries), ...withListeners(entries, updates, turns)];
    yield* matches;
    // Items move when they are complete: all of them at once, in their order.
    yield* atStart(realm, extension, entries, turns, handed.length > 0 || matches.some(({ edits, at }) => edits !== undefined && isEditable(extension, at.file)));
  },
});

function isEditable(extension: Extension, file: string): boolean {
  return extension.files.get(file)?.editable ?? false;
}

function callsOf(realm: Realm, method: string): Update[] {
  return realm.scripts.filter(({ program }) => program !== undefined).flatMap((script) => ['contextMenus', 'menus'].flatMap((name) => [...script.calls(`${name}.${method}`)].map(({ call }) => ({ script, call }))));
}

/** What creates items out of sight: `items.forEach(menus.create)`, `menus.create.call(menus, item)`, `build(chrome.contextMenus)`. */
function* handedOn(realm: Realm, turns: Turns): Generator<Match<'handed-on'>> {
  for (const script of realm.scripts) {
    if (!script.file.editable) continue;
    for (const { path, node, call, pattern } of script.apiReferences) {
      const value = /^(contextMenus|menus)(\.create)?$/.test(path) && call === undefined ? node : /^(contextMenus|menus)\.create\.(call|apply|bind)$/.test(path) ? call : undefined;
      if (value === undefined || pattern || (value === node && !isHanded(script, value))) continue;
      const own = turns.turnsAt(value);
      if (own.length > 0 && own.some(({ origin }) => origin !== 'runtime.onInstalled')) yield { message: 'handed-on', at: script.at(value), data: { code: script.textOf(value === node ? node : (call!.callee as Node)).replace(/\.(call|apply|bind)$/, '') } };
    }
  }
}

/** Items of functions that nothing is found to call, those of one function together. */
function* uncalled(realm: Realm, entries: readonly MenuEntry[], turns: Turns): Generator<Match<'uncalled'>> {
  const seen = new Set<Node>();
  for (const { script, call, path, options } of entries) {
    const own = turns.turnsAt(call);
    const unit = unitOf(call);
    // A `create` of the extension's own hands on what it is given.
    if (options === undefined && [...ancestors(call)].some((up) => isFunction(up) && functionName(up) === 'create')) continue;
    if (own.length === 0 || own.some(({ origin }) => origin !== 'unknown') || !script.file.editable || isForOthers(realm, script, call) || seen.has(unit)) continue;
    seen.add(unit);
    yield { message: 'uncalled', at: script.at(call), data: { code: path, function: uncalledWords(call, turns) } };
  }
}

/** Whether an expression is given to a call, kept in an object or list, or returned. */
function isHanded(script: Script, node: Node): boolean {
  const outer = wrapped(node);
  const parent = parentOf(outer);
  if (isCall(parent) || parent?.type === 'NewExpression') return parent.callee !== outer && script.api(parent.callee as Node) === undefined;
  // (browser.menus || chrome.contextMenus).create(…)
  if ((parent?.type === 'LogicalExpression' && (parent.operator === '&&' ? parent.right : parent.left) === outer) || (parent?.type === 'ConditionalExpression' && parent.consequent === outer)) {
    const user = parentOf(wrapped(parent));
    return isMember(user) ? memberName(user) === 'create' : isHanded(script, parent);
  }
  if (parent?.type === 'ObjectProperty') return parent.value === outer;
  if (parent?.type === 'AssignmentExpression') return parent.right === outer && parent.left.type !== 'Identifier';
  return parent?.type === 'ReturnStatement' || parent?.type === 'ArrayExpression' || parent?.type === 'ArrowFunctionExpression';
}

// ---- ids

function* withIds(entries: readonly MenuEntry[], turns: Turns): Generator<Match<'given-id' | 'no-id'>> {
  const units = new Map<Node, { readonly entry: MenuEntry; readonly code: string }[]>();
  for (const [entry, id] of giveIds(entries, turns)) {
    const { script, call, options } = entry;
    if (typeof id === 'string') yield { message: 'no-id', at: script.at(options!), data: { reason: because(id) } };
    else units.set(unitOf(call), [...(units.get(unitOf(call)) ?? []), { entry, code: id.code }]);
  }
  for (const own of units.values()) {
    const [{ entry: { script, options } }] = own as [(typeof own)[number]];
    const edits = own.map(({ entry, code }) => withProperty(script, entry.options!, code));
    const shown = own.slice(0, 3).map(({ code }) => `\`${code}\``).join(', ');
    const more = own.length > 3 ? ` and ${own.length - 3} more` : '';
    yield { message: 'given-id', at: script.at(options!), edits, data: own.length === 1 ? { items: 'the menu item', have: `has the id ${shown}` } : { items: 'menu items', have: `have the ids ${shown}${more}` } };
  }
}

/** Items whose options are not seen whole, but whose `id` would be. */
function* hiddenWithoutId(entries: readonly MenuEntry[], turns: Turns): Generator<Match<'no-id'>> {
  const given = hiddenOptions(entries, turns).filter(({ object, set, isWhole }) => isWhole && !property(object, 'id') && !set.some(({ member }) => memberName(member) === 'id'));
  for (const { script, object } of new Map(given.map((one) => [one.object, one])).values()) yield { message: 'no-id', at: script.at(object), data: { reason: '' } };
}

function hiddenOptions(entries: readonly MenuEntry[], turns: Turns): readonly Given[] {
  return entries.filter(({ options }) => options === undefined).flatMap(({ script, call }) => givenOptions(script, call.arguments[0], turns));
}

/** Properties of menu items. */
const OF_ITEMS = new Set(['checked', 'command', 'contexts', 'documentUrlPatterns', 'enabled', 'icons', 'id', 'onclick', 'parentId', 'targetUrlPatterns', 'title', 'type', 'viewTypes', 'visible']);

/** Object literals with an `onclick` that look like menu items, or stand in a call that creates one, where the options of some item are put together out of sight: of lists, `{ ...base }`, `Object.assign`, functions. */
function looseItems(entries: readonly MenuEntry[]): readonly Given[] {
  const hidden = entries.filter(({ options }) => options === undefined);
  const scripts = hidden.length === 0 ? [] : new Set(hidden.flatMap(({ script }) => script.realms.filter(({ kind }) => kind === 'background').flatMap(({ scripts: all }) => all)));
  const found: Given[] = [];
  for (const script of scripts) {
    if (script.program === undefined || !script.text.includes('onclick')) continue;
    walk(script.program, (node) => {
      if (node.type !== 'ObjectExpression' || handlerOf(node) === undefined || entries.some(({ options }) => options === node)) return;
      const names = node.properties.flatMap((member) => (member.type === 'SpreadElement' ? [] : [keyName(member) ?? '']));
      const isItem = names.every((name) => OF_ITEMS.has(name)) && names.some((name) => /^(contexts|id|parentId|title|type)$/.test(name));
      if (isItem || hidden.some(({ call }) => isWithin(node, call))) found.push({ script, object: node, set: [], isWhole: false });
    });
  }
  return found;
}

function withProperty(script: Script, object: t.ObjectExpression, id: string): Edit {
  const [first] = object.properties;
  const key = first?.type === 'ObjectProperty' && first.key.type === 'StringLiteral' ? script.quote('id') : 'id';
  const text = key === id ? id : `${key}: ${id}`;
  if (first === undefined) return script.replace(object, `{ ${text} }`);
  const between = script.slice(object.start! + 1, first.start!);
  return between.includes('\n') ? script.insert(first.start!, `${text},\n${script.indentAt(first.start!)}`) : script.insert(first.start!, `${text}, `);
}

/** `const parent = create({ id: 'parent' })` becomes `const parent = 'parent'; create({ id: parent })`. */
function* idVariables(entries: readonly MenuEntry[]): Generator<Match<'id-variable'>> {
  for (const entry of entries) {
    const { script, call, path } = entry;
    const id = idOf(entry);
    const declarator = parentOf(wrapped(call));
    const declaration = declarator && parentOf(declarator);
    if (id === undefined || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declaration?.type !== 'VariableDeclaration' || declaration.declarations.length !== 1) continue;
    const holder = parentOf(declaration);
    if (loopAround(script, call) !== undefined || (holder?.type !== 'Program' && holder?.type !== 'BlockStatement')) continue;
    const value = evaluate(script, id)?.value;
    const binding = script.binding(declarator.id)!;
    if (typeof value !== 'string' || binding.references.some(({ writes }) => writes) || binding.declarations.length !== 1) continue;
    // What one call of a function makes and uses itself gets the id from `create`, as before.
    const fn = functionOf(call);
    if (fn !== undefined && immediateCall(fn) === undefined && binding.references.every(({ node }) => isWithin(node, fn))) continue;
    const text = script.textOf(id);
    const indent = script.indentAt(declaration.start!);
    const isNamed = id.type === 'Identifier';
    const edits = binding.references.length === 0 && !(binding.scope.parent === undefined && !script.isModule && isUsedElsewhere(script, binding.name))
      ? [{ file: script.path, start: declaration.start!, end: declarator.init!.start!, text: '' }]
      : [script.insert(declarator.init!.start!, `${text}${script.style.semicolon}\n${indent}`), ...(isNamed ? [] : [script.replace(id, declarator.id.name)])];
    yield { message: 'id-variable', at: script.at(declarator.id), edits, data: { name: declarator.id.name, code: path } };
  }
}

function isUsedElsewhere(script: Script, name: string): boolean {
  return script.realms.some(({ scripts }) => scripts.some((other) => other !== script && other.program !== undefined && other.freeNames.has(name)));
}

// ---- onclick

const NOT_CREATED = 'the item is not created';

function* withListeners(entries: readonly MenuEntry[], updates: readonly Update[], turns: Turns): Generator<Match<'listened' | 'listened-by-list' | 'onclick'>> {
  const { moves, refused } = planClicks(entries, updates, turns);
  for (const { script, entries: own, at, list, edits } of moves) {
    yield { message: list === undefined ? 'listened' : 'listened-by-list', at: script.at(at), edits, data: { list: list ?? '', items: own.length === 1 ? 'the menu item' : `${own.length} menu items` } };
  }
  for (const [{ script, options }, reason] of refused) if (options !== undefined) yield { message: 'onclick', at: script.at(handlerOf(options)!), data: { effect: NOT_CREATED, reason: because(reason) } };
  const handled = moves.flatMap(({ edits }) => edits);
  const changed = updates.flatMap(({ script, call }) => givenOptions(script, call.arguments[1], turns));
  const handlersOf = (given: readonly Given[], effect: string) => given.flatMap(({ script, object, set }) =>
    [{ script, handler: (handlerOf(object) ?? computedHandlerOf(script, object, turns)) as Node | undefined, effect }, ...set.filter(({ script: from, member }) => memberName(member) === 'onclick' || computedHandlerOf(from, member, turns) !== undefined).map((one) => ({ script: one.script, handler: one.member as Node, effect }))]);
  const computed = entries.map(({ script, options }) => ({ script, handler: computedHandlerOf(script, options, turns), effect: NOT_CREATED }));
  const handlers = [...computed, ...handlersOf(looseItems(entries), NOT_CREATED), ...handlersOf(changed, 'the item is not changed'), ...handlersOf(hiddenOptions(entries, turns), NOT_CREATED)];
  for (const { script, handler, effect } of new Map(handlers.map((one) => [one.handler, one])).values()) {
    if (handler !== undefined && !handled.some((edit) => edit.file === script.path && edit.start <= handler.start! && handler.end! <= edit.end)) yield { message: 'onclick', at: script.at(handler), data: { effect, reason: '' } };
  }
}

// ---- items that the start-up creates

/** How code of the first turn that stands above a call reaches the API. */
function namespaceAbove(call: AnyCall, script: Script): string | undefined {
  return script.apiReferences.find(({ node, names, namespace }) => namespace !== undefined && names.length > 0 && node.end! <= call.start! && functionOf(node) === undefined)?.namespace;
}

const MENU_CALLS = /^(contextMenus|menus)\.(create|update|remove|removeAll|refresh)$/;

function* atStart(realm: Realm, extension: Extension, entries: readonly MenuEntry[], turns: Turns, isPending: boolean): Generator<Match<'installed' | 'installed-and-changed' | 'rebuilt' | 'kept' | 'kept-by-setting' | 'created-at-start' | 'rebuilt-at-start' | 'removed-at-start'>> {
  const isStarting = (call: AnyCall): boolean => {
    const own = turns.turnsAt(call);
    return own.some(({ origin }) => origin === 'start') && !own.some(({ origin }) => origin === 'runtime.onInstalled');
  };
  const creates = entries.filter((entry) => isStarting(entry.call) && !expectsDuplicates(entry));
  if (creates.length === 0) {
    if (entries.length > 0) yield* removedAtStart(realm, turns);
    return;
  }
  const removals = callsOf(realm, 'removeAll').filter(({ call }) => turns.turnsAt(call as AnyCall).some(({ origin }) => origin === 'start'));
  const others = [...callsOf(realm, 'update'), ...callsOf(realm, 'remove')].filter((one) => !isOfNoItem(one, entries));
  const alsoMoved = [...removals, ...others.filter(({ call }) => turns.turnsAt(call as AnyCall).some((turn) => phaseOf(turn) === 'start'))].map(({ call }) => call as AnyCall);
  const refused = new Map<AnyCall, string>();
  if (!isPending) {
    const plan = planInstalling(realm, [...creates.map(({ call }) => call), ...alsoMoved], MENU_CALLS, (call) => entries.find((entry) => entry.call === call)?.namespace ?? namespaceAbove(call, turns.scriptOf(call)));
    const isTakenAway = [...callsOf(realm, 'removeAll'), ...callsOf(realm, 'remove')].some(({ call }) => turns.turnsAt(call as AnyCall).some(({ origin }) => origin === 'runtime.onInstalled'));
    const common = isTakenAway ? 'a listener of `runtime.onInstalled` removes items, and which of both comes first would change'
      : faultOfAll(extension, plan.moves.length, creates, alsoMoved.map((call) => plan.refused.get(call)).find((reason) => reason !== undefined));
    const incomplete = new Set(creates.filter(({ script, options }) => options !== undefined && (handlerOf(options) !== undefined || computedHandlerOf(script, options, turns) !== undefined || !property(options, 'id'))).map(({ call }) => call));
    const left = plan.moves.filter(({ calls }) => entries.some(({ script, call }) => calls.includes(call) && isIgnored(script, call, 'menus')));
    for (const { call } of creates) {
      const reason = common ?? plan.refused.get(call) ?? (left.some(({ calls }) => calls.includes(call)) ? LEFT_ALONE : undefined) ?? (plan.moves.some(({ calls }) => calls.includes(call) && calls.some((other) => incomplete.has(other))) ? 'an item still has an `onclick`, or no `id`' : undefined);
      if (reason !== undefined) refused.set(call, reason);
    }
    // Children must not come before their parents.
    if (creates.some((entry) => refused.has(entry.call) && belongs(entry))) for (const { call } of creates) if (!refused.has(call)) refused.set(call, 'an item that may belong to it stays where it is');
    for (const { calls, edits } of plan.moves) {
      const own = creates.filter(({ call }) => calls.includes(call));
      const [first] = own;
      if (first === undefined || own.some(({ call }) => refused.has(call))) continue;
      const changes = own.some(isChecked) || others.some(({ call }) => turns.turnsAt(call as AnyCall).some((turn) => phaseOf(turn) === 'event'));
      yield { message: changes ? 'installed-and-changed' : 'installed', at: first.script.at(first.call), edits, data: { code: first.path, more: places(own.length) } };
    }
    if (refused.size === 0) return;
    const rebuilding = refused.size === entries.length && incomplete.size === 0 && !isTakenAway ? rebuildingOf(realm, extension, entries, alsoMoved, entries.every(({ call }) => removals.some((removal) => mayComeBefore(removal, call, turns)))) : undefined;
    if (rebuilding !== undefined) {
      yield rebuilding;
      return;
    }
    const kept = faultOfEvent(extension) === undefined && removals.length === 0 ? [...keptAtStart(realm, creates, entries, refused, turns)] : [];
    yield* kept.map(([match]) => match);
    for (const [, calls] of kept) for (const call of calls) refused.delete(call);
  }
  yield* leftAtStart(creates.filter(({ call }) => isPending || refused.has(call)), removals, callsOf(realm, 'remove'), refused, turns);
}

/** A start that takes away the whole menu, where only events build it. */
function* removedAtStart(realm: Realm, turns: Turns): Generator<Match<'removed-at-start'>> {
  for (const one of callsOf(realm, 'removeAll')) {
    const call = one.call as AnyCall;
    if (one.script.file.editable && isStartUpOnly(call, turns) && !isConditional(call, turns)) yield { message: 'removed-at-start', at: one.script.at(call), data: { code: snippet(one.script, call.callee) } };
  }
}

/** Items that stay where they are created, and whose creation comes to nothing where they are there already. */
function* keptAtStart(realm: Realm, creates: readonly MenuEntry[], entries: readonly MenuEntry[], refused: ReadonlyMap<AnyCall, string>, turns: Turns): Generator<readonly [Match<'kept' | 'kept-by-setting'>, readonly AnyCall[]]> {
  const calls = (...methods: readonly string[]): readonly AnyCall[] => methods.flatMap((method) => callsOf(realm, method).map(({ call }) => call as AnyCall));
  if (areSetBack(calls('update'), entries.some(isChecked), turns)) return;
  const settings = new Settings(turns, accessesOf(realm));
  const plans = creates.filter(({ script, call, namespace }) => refused.has(call) && namespace !== undefined && !isIgnored(script, call, 'menus'))
    .flatMap((entry) => {
      const plan = orRefusal(() => planKept(entry, entries, calls('remove', 'removeAll'), settings, turns));
      return plan instanceof Refusal ? [] : [plan];
    });
  // Children must not come before their parents.
  if (plans.length < entries.length && entries.some(belongs)) return;
  for (const unit of new Set(plans.map(({ entry }) => unitOf(entry.call)))) {
    const own = plans.filter(({ entry }) => unitOf(entry.call) === unit);
    const [{ entry: { script, call, path } }] = own as [(typeof own)[number]];
    const message = own.some(({ condition }) => condition !== undefined) ? 'kept-by-setting' : 'kept';
    yield [{ message, at: script.at(call), edits: [...keptEdits(own)], data: { code: path, more: places(own.length) } }, own.map(({ entry }) => entry.call)];
  }
}

/** Whether an `update` or `remove` names an id that no item has: such a call changes nothing. */
function isOfNoItem({ script, call }: Update, entries: readonly MenuEntry[]): boolean {
  const idAt = (entry: MenuEntry): unknown => evaluate(entry.script, idOf(entry) ?? entry.call)?.value;
  const id = call.arguments[0] && evaluate(script, call.arguments[0])?.value;
  return id !== undefined && entries.every((entry) => idAt(entry) !== undefined && idAt(entry) !== id);
}

/** Whether users change an item: browsers keep what they check. */
function isChecked({ script, options }: MenuEntry): boolean {
  const type = options && propertyValue(options, 'type');
  return type !== undefined && /^(checkbox|radio)$/.test(String(evaluate(script, type)?.value));
}

/** A menu that depends on settings: all of it is made by one statement, which is run once per installation and browser start. */
function rebuildingOf(realm: Realm, extension: Extension, entries: readonly MenuEntry[], others: readonly AnyCall[], isCleared: boolean): Match<'rebuilt'> | undefined {
  const [{ script, call, path, namespace, hasPromises }] = entries as readonly [MenuEntry];
  if (namespace === undefined || faultOfEvent(extension) !== undefined) return undefined;
  const clear = isCleared ? undefined : { code: `${namespace}.${path.replace('create', 'removeAll')}`, hasPromises };
  const edits = planRebuilding(realm, [...entries.map((entry) => entry.call), ...others], MENU_CALLS, namespace, clear);
  return typeof edits === 'string' ? undefined : { message: 'rebuilt', at: script.at(call), edits, data: { more: places(entries.length) } };
}

/** Whether an item is created with a callback that does nothing but look at the error: its author knows that it may be there already. */
function expectsDuplicates({ script, call, options }: MenuEntry): boolean {
  const callback = call.arguments[1] && unwrap(call.arguments[1]);
  if (!isFunction(callback) || options === undefined || !property(options, 'id') || handlerOf(options) !== undefined) return false;
  return /^(\{ ?)?(void )?[\w.]+\.lastError(;? ?\})?$/.test(script.textOf(callback.body).replace(/\s+/g, ' '));
}

/** Why nothing can be moved, although each statement could. */
function faultOfAll(extension: Extension, blocks: number, creates: readonly MenuEntry[], reason: string | undefined): string | undefined {
  if (reason !== undefined) return `what else start-up does with the menu cannot be moved: ${reason}`;
  const fault = faultOfEvent(extension);
  if (fault !== undefined) return fault;
  if (blocks > 1 && creates.some(belongs)) return 'the items belong together, and several functions create them';
  return undefined;
}

/** Whether an item may stand under another one. */
function belongs({ options }: MenuEntry): boolean {
  return options === undefined || property(options, 'parentId') !== undefined;
}

/** Whether the start-up can remove items before it creates one: not where one test decides which of both it does. */
function mayComeBefore(removal: Update, creation: AnyCall, turns: Turns): boolean {
  if (!areBranches(removal.call as AnyCall, creation)) return true;
  const fn = functionOf(creation);
  return fn !== undefined && turns.callersOf(fn).filter((call) => turns.turnsAt(call).some(({ origin }) => origin === 'start')).length > 1;
}

/** Whether an item is removed by its id in any case before it is created: in an earlier statement, or by a call that creates it when that is done. */
function comesBefore({ script, call }: Update, entry: MenuEntry): boolean {
  const [id, own] = [call.arguments[0], idOf(entry)];
  if (script !== entry.script || id === undefined || own === undefined) return false;
  const isSame = (one: Node): unknown => evaluate(script, one)?.value ?? (one.type === 'Identifier' ? script.binding(one) : undefined);
  if (isSame(unwrap(id)) === undefined || isSame(unwrap(id)) !== isSame(own)) return false;
  if (call.arguments[1] !== undefined && isWithin(entry.call, call.arguments[1])) return true;
  for (let inner: Node | undefined = parentOf(call as AnyCall); inner !== undefined && !isFunction(inner) && !/^(If|For|While|DoWhile|Switch)/.test(inner.type); inner = parentOf(inner)) {
    const list = siblings(inner);
    if (list?.slice(list.indexOf(inner as t.Statement) + 1).some((later) => isWithin(entry.call, later))) return true;
    if (inner.type === 'CatchClause' || inner.type === 'ConditionalExpression' || inner.type === 'LogicalExpression') return false;
  }
  return false;
}

/** Items that stay where they are, those of one function together: they have one remedy. */
function* leftAtStart(creates: readonly MenuEntry[], removals: readonly Update[], removalsOfOne: readonly Update[], refused: ReadonlyMap<AnyCall, string>, turns: Turns): Generator<Match<'created-at-start' | 'rebuilt-at-start'>> {
  const units = new Map<Node, MenuEntry[]>();
  for (const entry of creates) units.set(unitOf(entry.call), [...(units.get(unitOf(entry.call)) ?? []), entry]);
  for (const own of units.values()) {
    const [{ script, call, path }] = own as [MenuEntry];
    const start = turns.turnsAt(call).find(({ origin }) => origin === 'start')!;
    const isRebuilt = removals.some((removal) => removal.script === script && mayComeBefore(removal, call, turns));
    const why = own.map((entry) => refused.get(entry.call)).find((reason) => reason !== undefined);
    const isReplaced = own.every((entry) => removalsOfOne.some((removal) => comesBefore(removal, entry)));
    const data = { code: path, when: turnWords(start), removal: isRebuilt ? 'removeAll' : 'remove', more: places(own.length), reason: because(why) };
    yield { message: isRebuilt || isReplaced ? 'rebuilt-at-start' : 'created-at-start', at: script.at(call), data, ...leftAlone(why) };
  }
}
