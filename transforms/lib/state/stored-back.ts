import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import { answersFor, isPromisedRead } from './stored.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

/** Whether each change of a variable is followed by a write to where start-up reads it from: memory and storage then agree. */
export function isStoredBack({ name, accesses }: Variable, changes: readonly Access[], fill: Access, turns: Turns): boolean {
  const area = areaOf(fill, turns);
  if (area === undefined || fill.value === undefined) return false;
  const filled = fill.script.textOf(fill.value);
  const keys = new Set(filled.match(/[\w$]+/g));
  return changes.every((change) => {
    const { script, node, value } = change;
    const given = value && script.textOf(value);
    const isStore = (call: Node, from: Script): boolean => {
      if (!isCall(call) || from.api(unwrap(call.callee as Node))?.names.join('.') !== `storage.${area}.set`) return false;
      const items = call.arguments[0] && unwrap(call.arguments[0]);
      return items?.type === 'ObjectExpression' && items.properties.some((member) => {
        // `result[this.key]` comes back as `{ [this.key]: value }`.
        if (member.type !== 'ObjectProperty' || !(member.computed ? filled.includes(`[${from.textOf(member.key)}]`) : keys.has(keyName(member) ?? ''))) return false;
        const stored = from.textOf(member.value);
        return stored === name || accesses.some(({ node: own }) => own === unwrap(member.value)) || (from === script && stored === given && /^[\w$.]+$/.test(stored));
      });
    };
    return followers(node).some((statement) => someCall(statement, (call) => isStore(call, script) || turns.targetsOf(call).some((fn) => {
      const own = turns.scriptOf(fn);
      return fn.body.type === 'BlockStatement' ? fn.body.body.some((one) => someCall(one, (inner) => isStore(inner, own))) : isStore(unwrap(fn.body), own);
    })));
  });
}

/** Whether the function that makes a change, one around it, or each that calls it, also writes storage under a name that the start-up reads. */
export function isStoredAround({ node, script }: Access, { name }: Variable, fill: Access, turns: Turns): boolean {
  const value = fill.value ?? givenBy(fill);
  const words = [name, name.slice(name.lastIndexOf('.') + 1), ...(value === undefined ? [] : wordsOf(fill.script, value)), ...wordsOfTest(fill, turns)];
  const member = parentOf(wrapped(node));
  // What is everything that storage answers is stored by its members, too: `settings.mode = mode; storage.local.set({ mode });`
  const isWhole = value !== undefined && /^(Identifier|AwaitExpression)$/.test(unwrap(value).type);
  if (isMember(member) && memberName(member) !== undefined && isWhole) words.push(memberName(member)!);
  const keys = words.map((key) => key.replace(/[$.]/g, '\\$&'));
  const given = `[{,(]\\s*['"]?(${keys.join('|')})['"]?\\s*[,:})]`;
  const stored = new RegExp(`\\bstorage\\.(session|local|sync)\\.set\\s*\\([^]*?${given}`);
  // What is everything that storage holds goes back as a whole.
  const whole = value && unwrap(value).type === 'Identifier' ? new RegExp(`\\bstorage\\.(session|local|sync)\\.set\\s*\\(\\s*${keys[0]}\\s*[,)]`) : undefined;
  // storage.local.set({ [this.key]: Array.from(this.items.values()) }): all of it, under a key that is computed.
  const own = keys[0]!.includes('.') ? `(?:this|${keys[0]!.slice(0, keys[0]!.lastIndexOf('.') - 1)})\\.${keys[1]}` : `(?<![\\w$.])${keys[0]}`;
  const converted = new RegExp(`\\bstorage\\.(session|local|sync)\\.set\\s*\\(\\s*\\{\\s*\\[[^\\]]*\\]\\s*:\\s*(?:(?:Array\\.from|Object\\.fromEntries|JSON\\.stringify)\\s*\\(\\s*|\\[\\s*\\.\\.\\.)?${own}(?:\\.(?:values|entries|map)\\b|\\s*[)\\],}])`);
  // settings[name] = value; storage.local.set({ [name]: value });
  const one = isWhole && isMember(member) && memberName(member) === undefined ? parentOf(wrapped(member)) : undefined;
  const part = one?.type === 'AssignmentExpression' && one.operator === '=' && one.left === wrapped(member as Node) ? new RegExp(`\\bstorage\\.(session|local|sync)\\.set\\s*\\(\\s*\\{\\s*\\[${escaped(script.textOf((member as AnyMember).property))}\\]\\s*:\\s*${escaped(script.textOf(one.right))}\\s*,?\\s*\\}`) : undefined;
  const isStored = (text: string): boolean => stored.test(text) || converted.test(text) || part?.test(text) === true || whole?.test(text) === true;
  // save() { setTimeout(() => flush(), 500); }
  const isStoring = (later: AnyCall, depth = 1): boolean => turns.targetsOf(later).some((fn) =>
    isStored(turns.scriptOf(fn).textOf(fn)) || (depth > 0 && callsAfter(fn.body, fn, fn.body.start!).some((call) => isStoring(call, depth - 1))) || (storesParameter(fn, turns) && new RegExp(given).test(turns.scriptOf(later).textOf(later).slice(later.callee.end! - later.start!))));
  const isStoredBeside = (call: AnyCall, depth: number): boolean => {
    const places = [call, ...callbacksAround(call, turns)];
    if (places.some((place) => siblings(statementOf(place))?.some((one) => isStored(turns.scriptOf(call).textOf(one)) || callsAfter(call, one).some((later) => isStoring(later))))) return true;
    const fn = functionOf(call);
    return depth > 0 && fn !== undefined && isStoredByCallers(fn, depth - 1);
  };
  const isStoredByCallers = (fn: FunctionNode, depth: number): boolean => {
    const callers = turns.callersOf(fn).filter((caller) => phasesAt(caller, turns).has('event'));
    return callers.length > 0 && !turns.registrations.some(({ functions }) => functions.includes(fn)) && callers.every((caller) => isStoredBeside(caller, depth));
  };
  const call = parentOf(wrapped(node));
  if (isCall(call) && turns.targetsOf(call).some((fn) => isStored(turns.scriptOf(fn).textOf(fn)))) return true;
  for (let up = functionOf(node); up !== undefined; up = functionOf(up)) {
    if (isStored(script.textOf(up)) || callsAfter(node, up).some((later) => isStoring(later)) || isStoredByCallers(up, 1)) return true;
  }
  return false;
}

/** What `Object.assign` copies into the object that a fill names. */
function givenBy({ node }: Access): Node | undefined {
  const call = parentOf(wrapped(node));
  const callee = isCall(call) && call.arguments.length === 2 && call.arguments[0] === wrapped(node) ? unwrap(call.callee as Node) : undefined;
  return isMember(callee) && memberName(callee) === 'assign' ? (call as AnyCall).arguments[1] : undefined;
}

/** The words of a value, and the keys under which a pattern takes its names out of what storage answers: `({ settings: saved }) => saved`. */
function wordsOf(script: Script, value: Node): readonly string[] {
  const words: string[] = script.textOf(value).match(/(?<=['"])[\w$.]+|[\w$]+/g) ?? [];
  const renamed = new Set<string>();
  walk(value, (node) => {
    const id = node.type === 'Identifier' ? script.binding(node)?.declarations[0]?.id : undefined;
    const member = id && [id, ...ancestors(id)].find((up) => up.type === 'ObjectProperty' || isFunction(up));
    if (member?.type !== 'ObjectProperty' || parentOf(member)?.type !== 'ObjectPattern') return;
    const key = keyName(member);
    if (key === undefined || node.type !== 'Identifier') return;
    if (key !== node.name) renamed.add(node.name);
    words.push(key);
  });
  return words.filter((word) => !renamed.has(word));
}

/** The functions inside a listener that stand around a place. */
function callbacksAround(place: Node, turns: Turns): readonly FunctionNode[] {
  const around: FunctionNode[] = [];
  for (let fn = functionOf(place); fn !== undefined; fn = functionOf(fn)) {
    const own = fn;
    if (turns.registrations.some(({ functions }) => functions.includes(own))) return around;
    around.push(fn);
  }
  return [];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The words of the test under which the start-up fills a variable with something fixed, and of what callers give for it: `if (on) listens = true;` */
function wordsOfTest({ value, node, script }: Access, turns: Turns): readonly string[] {
  const fn = functionOf(node);
  const condition = value !== undefined && /Literal$/.test(unwrap(value).type) ? [...ancestors(node)].find((up) => up.type === 'IfStatement' || isFunction(up)) : undefined;
  if (condition?.type !== 'IfStatement') return [];
  const words: string[] = [];
  const add = (test: Node): void => walk(test, (one) => {
    if (one.type !== 'Identifier' || words.includes(one.name)) return;
    words.push(one.name);
    const binding = script.binding(one);
    const init = initOfConstant(binding);
    if (init !== undefined) add(init);
    const index = fn?.params.findIndex((param) => param.type === 'Identifier' && script.binding(param) === binding) ?? -1;
    if (index === -1) return;
    for (const { arguments: given } of turns.callersOf(fn!)) if (given[index] !== undefined) words.push(...(turns.scriptOf(given[index]).textOf(given[index]).match(/[\w$]+/g) ?? []));
  });
  add(condition.test);
  return words;
}

/** Whether a function writes what it is given to storage: `const save = (items) => new Promise((done) => chrome.storage.sync.set(items, done))`. */
function storesParameter(fn: FunctionNode, turns: Turns): boolean {
  const script = turns.scriptOf(fn);
  return script.apiReferences.some(({ path, call, node }) => {
    if (call === undefined || !isWithin(node, fn) || !/^storage\.\w+\.set$/.test(path)) return false;
    let found = false;
    for (const argument of call.arguments.slice(0, 1)) walk(argument, (one) => {
      if (one.type === 'Identifier') found ||= script.binding(one)?.declarations.some(({ node: owner }) => owner === fn) === true;
      return !found;
    });
    return found;
  });
}

/** What a function calls after a change. */
function callsAfter(change: Node, fn: Node, start = change.end!): readonly t.CallExpression[] {
  const calls: t.CallExpression[] = [];
  walk(fn, (node) => {
    if (node.type === 'CallExpression' && node.start! > start) calls.push(node);
    return true;
  });
  return calls;
}

/** The area of storage that a fill comes from. */
export function areaOf(fill: Access, turns: Turns): string | undefined {
  const areas = new Set<string>();
  const addAreas = (place: Node): void => {
    const script = turns.scriptOf(place);
    walk(place, (node) => {
      const names = isMember(node) && memberName(node) === 'get' ? script.api(node)?.names : undefined;
      if (names?.length === 3 && names[0] === 'storage') areas.add(names[1]!);
      if (isCall(node)) for (const fn of turns.targetsOf(node)) if (isPromisedRead(fn, turns)) addAreas(fn.body);
      return true;
    });
  };
  for (const { origin, delay, cause } of turns.turnsAt(fill.node)) {
    if (origin !== 'start' || delay === undefined || cause === undefined) continue;
    addAreas(cause);
  }
  if (areas.size === 0) for (const answer of answersFor(fill)) addAreas(answer);
  const [area, ...others] = areas;
  return others.length === 0 ? area : undefined;
}

/** The statement of a change, and those of its list that come after it in any case. */
function followers(change: Node): readonly t.Statement[] {
  const statement = statementOf(change);
  const list = siblings(statement) ?? [];
  const rest = list.slice(list.indexOf(statement as t.Statement));
  const end = rest.findIndex((one) => /^(If|Return|Throw|Break|Continue|Try|Switch|For|While|Do)/.test(one.type));
  return end === -1 ? rest : rest.slice(0, rest[end]!.type === 'ReturnStatement' ? end + 1 : end);
}

function someCall(statement: t.Statement, test: (call: t.CallExpression) => boolean): boolean {
  const given = statement.type === 'ExpressionStatement' ? statement.expression : statement.type === 'ReturnStatement' ? statement.argument : undefined;
  const expression = given ? unwrap(given) : undefined;
  const inner = expression?.type === 'AwaitExpression' ? unwrap(expression.argument) : expression;
  return inner?.type === 'CallExpression' && test(inner);
}
