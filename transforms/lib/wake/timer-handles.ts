import type * as t from '@babel/types';
import { ancestors, callOf, functionOf, isCall, isFunction, isMember, isUnused, isWithin, keyName, mayLeave, memberName, parentOf, siblings, stringValue, unwrap, walk, wrapped, type AnyCall, type Node } from '../ast.ts';
import { isBodyOfUnused } from '../callbacks.ts';
import type { Declared } from '../extension.ts';
import { ownObject } from '../objects.ts';
import { lineOf, Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { classify } from '../state/state.ts';
import type { Turns } from '../turns.ts';

/** A place that clears a timer by its id. */
export interface Clear {
  readonly script: Script;
  readonly call: AnyCall;
  /** What is replaced: the call, or the test around it. */
  readonly target: Node;
  /** The key of the id, where ids are kept by keys. */
  readonly key: Node | undefined;
}

/** A place that starts a timer. */
export interface Start {
  readonly script: Script;
  readonly call: AnyCall;
  /** What is replaced: the call, the assignment of its id, or the declaration. */
  readonly target: Node;
  readonly key: Node | undefined;
  /** The test that starts it only where it does not run. */
  readonly guard: { readonly replaced: Node; readonly removed: Node | undefined } | undefined;
}

/** Where the ids of timers are kept: a variable, a field of an object that lives once, or one object or Map that holds them by keys. */
export interface Handle {
  readonly name: string;
  readonly keyed: boolean;
  /** What declares it, and gives it a first value that stands for no timer: a declarator, a property, a statement of a constructor. */
  readonly declared: readonly { readonly script: Script; readonly node: Node }[];
  readonly starts: readonly Start[];
  readonly clears: readonly Clear[];
  /** Statements that only forget an id. */
  readonly resets: readonly { readonly script: Script; readonly statement: Node; readonly key: Node | undefined }[];
}

/** One mention of a handle: the variable, or the element that a key names. */
interface Mention {
  readonly script: Script;
  /** The expression that stands for the id; of a Map, the call of its method. */
  readonly subject: Node;
  readonly key: Node | undefined;
  /** The method of a Map. */
  readonly method: string | undefined;
}

/**
 * What becomes of the id that a call of `setTimeout` or `setInterval` gives.
 * @returns the start alone where nobody keeps the id
 * @throws Refusal where the id is used for anything but clearing
 */
export function handleOf(script: Script, call: AnyCall, turns: Turns): { readonly handle: Handle | undefined; readonly start: Start } {
  if (isUnused(call) || isBodyOfUnused(call)) return { handle: undefined, start: { script, call, target: call, key: undefined, guard: undefined } };
  const field = fieldOf(call);
  const holder = field === undefined ? holderOf(script, call) : undefined;
  if (field === undefined && holder === undefined) throw new Refusal('its id is handed on');
  const handle = field === undefined ? readHandle(holder!.owner, holder!.binding) : readField(script, field, turns);
  return { handle, start: handle.starts.find((start) => start.call === call)! };
}

/** The field that the id of a timer goes to, or whose element does: `this.timer = setTimeout(...)`, `this.timers[tabId] = setTimeout(...)`, `this.timers.set(tabId, setTimeout(...))`. */
function fieldOf(call: AnyCall): Node | undefined {
  const parent = parentOf(wrapped(call));
  const assigned = parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === wrapped(call) ? unwrap(parent.left) : undefined;
  const method = isCall(parent) && parent.arguments[1] === wrapped(call) ? unwrap(parent.callee as Node) : undefined;
  const isElement = (isMember(assigned) && assigned.computed) || (isMember(method) && memberName(method) === 'set');
  const place = isElement ? unwrap(((assigned ?? method) as t.MemberExpression).object) : assigned;
  return isMember(place) && !place.computed && /^(ThisExpression|Identifier)$/.test(unwrap(place.object).type) ? place : undefined;
}

function readField(script: Script, field: Node, turns: Turns): Handle {
  const realm = script.realms.find(({ kind }) => kind === 'background');
  const variable = realm && classify(realm).map((one) => one.variable).find(({ kind, accesses }) => kind === 'field' && accesses.some(({ node }) => node === field));
  if (variable?.holder === undefined) throw new Refusal('its id is kept in an object');
  const name = variable.name.slice(variable.name.lastIndexOf('.') + 1);
  const { accesses } = variable;
  if (ownObject(variable.holder, turns).members.get(name)?.some((node) => !accesses.some((access) => access.node === node))) throw new Refusal('its id is used in a way that is not followed');
  const declared: Handle['declared'][number][] = [];
  const mentions: Mention[] = [];
  const made = accesses.filter(({ initial, value }) => initial && value !== undefined).map(({ value }) => keptAs(unwrap(value!)));
  const kept = made.length === 1 ? made[0]! : 'variable';
  for (const access of accesses) {
    const parent = parentOf(wrapped(access.node));
    const isAssigned = parent?.type === 'AssignmentExpression';
    const isFirst = access.initial && (access.value === undefined || kept !== 'variable' || isEmpty(unwrap(access.value)));
    if (access.initial && !isAssigned && !isFirst) throw new Refusal('its id is not kept in a field of its own');
    if (!isFirst) mentions.push(mentionOf(access.script, access.node, kept));
    else if (!isAssigned) declared.push({ script: access.script, node: parentOf(access.node)! });
    else if (parentOf(parent)?.type === 'ExpressionStatement') declared.push({ script: access.script, node: parentOf(parent)! });
    else throw new Refusal('its id is not kept in a field of its own');
  }
  const { node } = variable.holder;
  const members = 'body' in node && node.body.type === 'ClassBody' ? node.body.body : [];
  for (const member of members) if (member.type === 'ClassProperty' && keyName(member) === name && !declared.some((one) => one.node === member)) declared.push({ script: turns.scriptOf(node), node: member });
  return { name, keyed: kept !== 'variable', declared, ...rolesOf(mentions) };
}

/** What holds the ids of timers by keys, as it is made. */
function keptAs(made: Node): 'variable' | 'record' | 'map' {
  if (made.type === 'ObjectExpression' && made.properties.length === 0) return 'record';
  return made.type === 'NewExpression' && made.callee.type === 'Identifier' && made.callee.name === 'Map' && made.arguments.length === 0 ? 'map' : 'variable';
}

/** The variable that the id of a timer goes to, or whose element does. */
function holderOf(script: Script, call: AnyCall): Declared | undefined {
  const outer = wrapped(call);
  const parent = parentOf(outer);
  if (parent?.type === 'VariableDeclarator' && parent.init === outer) return parent.id.type === 'Identifier' ? declared(script, parent.id) : undefined;
  const place = parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === outer ? unwrap(parent.left) : isCall(parent) && parent.arguments[1] === outer ? unwrap(parent.callee as Node) : undefined;
  const object = isMember(place) ? unwrap(place.object) : place;
  if (object?.type === 'ThisExpression' || (isMember(object))) throw new Refusal('its id is kept in an object');
  return object?.type === 'Identifier' ? declared(script, object) : undefined;
}

function declared(script: Script, id: t.Identifier): Declared | undefined {
  const [realm] = script.realms;
  return realm && script.extension.declared(script, id, realm);
}

function readHandle(script: Script, binding: Binding): Handle {
  const [declaration] = binding.declarations;
  const node = declaration!.node;
  if (binding.declarations.length !== 1 || node.type !== 'VariableDeclarator' || declaration!.keys?.length !== 0 && declaration!.init !== undefined) throw new Refusal('its id is not kept in a variable of its own');
  const list = parentOf(node) as t.VariableDeclaration;
  if (parentOf(list)?.type === 'ExportNamedDeclaration' || siblings(list) === undefined) throw new Refusal('its id is exported');
  const isGlobal = binding.scope.parent === undefined && !script.isModule;
  const others = isGlobal ? script.realms.flatMap(({ scripts }) => scripts).filter((other) => other !== script && other.program !== undefined) : [];
  assertHidden(script, binding.name, isGlobal, others);
  const init = node.init ? unwrap(node.init) : undefined;
  const kept = init === undefined ? 'variable' : keptAs(init);
  const starts: Start[] = [];
  const uses = [...binding.references.map((reference) => ({ script, node: reference.node as Node })), ...[...new Set(others)].flatMap((other) => (other.freeNames.get(binding.name) ?? []).map((reference) => ({ script: other, node: reference.node as Node })))];
  if (kept === 'variable' && init !== undefined && !isEmpty(init)) {
    if (!isTimerCall(script, init)) throw new Refusal('its id is not kept in a variable of its own');
    if (list.declarations.length > 1) throw new Refusal('its id is declared among other variables');
    starts.push({ script, call: init as AnyCall, target: list, key: undefined, guard: undefined });
  }
  const roles = rolesOf(uses.map((use) => mentionOf(use.script, use.node, kept)));
  return { name: binding.name, keyed: kept !== 'variable', declared: [{ script, node }], ...roles, starts: [...starts, ...roles.starts] };
}

/** What each mention of an id does. @throws Refusal for one that does something else than to start, clear or forget a timer */
function rolesOf(mentions: readonly Mention[]): Pick<Handle, 'starts' | 'clears' | 'resets'> {
  const starts: Start[] = [];
  const clears: Clear[] = [];
  const resets: Handle['resets'][number][] = [];
  const covered = new Set<Node>();
  for (const mention of mentions) {
    const test = covered.has(mention.subject) ? undefined : testOf(mention);
    if (test === undefined) continue;
    covered.add(mention.subject);
    // What the test decides belongs to it; what the timer runs does not.
    for (const inner of mentions) if (isWithin(inner.subject, test.statement) ? !isWithin(inner.subject, test.call.arguments[0]!) || test.kind === 'clear' : startOf(inner) === test.call) covered.add(inner.subject);
    if (test.kind === 'clear') clears.push({ script: mention.script, call: test.call, target: test.statement, key: mention.key });
    else starts.push({ script: mention.script, call: test.call, target: test.target, key: mention.key, guard: { replaced: test.target, removed: test.target === test.statement ? undefined : test.statement } });
  }
  for (const mention of mentions) {
    if (covered.has(mention.subject)) continue;
    const parent = parentOf(wrapped(mention.subject));
    const start = startOf(mention);
    if (start !== undefined) starts.push({ script: mention.script, call: start, target: parent?.type === 'AssignmentExpression' ? parent : mention.subject, key: mention.key, guard: undefined });
    else if (isClear(mention)) clears.push({ script: mention.script, call: parent as AnyCall, target: parent!, key: mention.key });
    else if (isReset(mention)) resets.push({ script: mention.script, statement: statementAround(mention.subject), key: mention.key });
    else throw new Refusal(`its id is also used at ${lineOf(mention.script, mention.subject)}`);
  }
  return { starts, clears, resets };
}

/** Refuses an id that others may see: by the global object, or through the background's window. */
function assertHidden(script: Script, name: string, isGlobal: boolean, others: readonly Script[]): void {
  if (!isGlobal) return;
  const member = new RegExp(`\\b(window|self|globalThis|this)\\s*(\\.\\s*${name.replaceAll('$', '\\$')}(?![\\w$])|\\[)`);
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  if ([script, ...others].some(({ text }) => member.test(text))) throw new Refusal('its id may be used through the global object');
  if (script.extension.scripts.some(({ text, realms }) => text.includes('getBackgroundPage') && word.test(text) && !realms.some(({ kind }) => kind === 'background'))) throw new Refusal('a page uses its id');
}

function mentionOf(script: Script, node: Node, kept: 'variable' | 'record' | 'map'): Mention {
  if (kept === 'variable') return { script, subject: node, key: undefined, method: undefined };
  const line = lineOf(script, node);
  const member = parentOf(wrapped(node));
  if (!isMember(member) || member.object !== wrapped(node)) throw new Refusal(`the ids are also used at ${line}`);
  if (kept === 'record') {
    if (!member.computed || !isSimple(member.property as Node)) throw new Refusal(`the ids are also used at ${line}`);
    return { script, subject: member, key: unwrap(member.property as Node), method: undefined };
  }
  const call = callOf(member);
  const method = memberName(member);
  const key = call?.arguments[0] && unwrap(call.arguments[0]);
  if (call === undefined || key === undefined || method === undefined || !/^(get|set|has|delete)$/.test(method) || !isSimple(key)) throw new Refusal(`the ids are also used at ${line}`);
  return { script, subject: call, key, method };
}

/** A name, or a member of one. */
function isSimple(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' || (isMember(inner) && !inner.computed && isSimple(inner.object));
}

/** The call that starts a timer, whose id goes to this place. */
function startOf({ script, subject, method }: Mention): AnyCall | undefined {
  const parent = parentOf(wrapped(subject));
  const value = method === 'set' && isUnused(subject) ? (subject as t.CallExpression).arguments[1] : method === undefined && parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === wrapped(subject) && (isUnused(parent) || isBodyOfUnused(parent)) ? parent.right : undefined;
  return value && isTimerCall(script, unwrap(value)) ? (unwrap(value) as AnyCall) : undefined;
}

function isTimerCall(script: Script, node: Node): boolean {
  return isCall(node) && isGlobalCall(script, node, /^set(Timeout|Interval)$/);
}

function isGlobalCall(script: Script, call: t.CallExpression | t.OptionalCallExpression, names: RegExp): boolean {
  const callee = unwrap(call.callee as Node);
  const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) : undefined;
  return name !== undefined && names.test(name) && script.globals(name).includes(callee);
}

/** Whether an id is given to `clearTimeout` or `clearInterval`. */
function isClear({ script, subject, method }: Mention): boolean {
  const call = parentOf(wrapped(subject));
  return (method === undefined || method === 'get') && isCall(call) && call.arguments[0] === wrapped(subject) && isGlobalCall(script, call, /^clear(Timeout|Interval)$/) && (isUnused(call) || isBodyOfUnused(call));
}

function isReset({ subject, method }: Mention): boolean {
  const parent = parentOf(wrapped(subject));
  const expression = method === 'delete' ? subject : parent?.type === 'UnaryExpression' && parent.operator === 'delete' ? parent : parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === wrapped(subject) && isEmpty(unwrap(parent.right)) ? parent : undefined;
  return (method === undefined || method === 'delete') && expression !== undefined && parentOf(wrapped(expression))?.type === 'ExpressionStatement' && siblings(parentOf(wrapped(expression))!) !== undefined;
}

function statementAround(node: Node): Node {
  return [...ancestors(node)].find(({ type }) => type === 'ExpressionStatement')!;
}

/** A value that stands for no timer. */
function isEmpty(node: Node): boolean {
  if (node.type === 'UnaryExpression') return node.operator === 'void' || (node.operator === '-' && node.argument.type === 'NumericLiteral');
  return node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'NumericLiteral' && node.value === 0) || (node.type === 'BooleanLiteral' && !node.value) || stringValue(node) === '';
}

type Test =
  /** `if (timer) clearTimeout(timer)`: an alarm that is not there is cleared without harm. */
  | { readonly kind: 'clear'; readonly statement: Node; readonly call: AnyCall }
  /** `if (!timer) timer = setTimeout(...)`, `if (timer) return; timer = setTimeout(...)` */
  | { readonly kind: 'guard'; readonly statement: Node; readonly target: Node; readonly call: AnyCall };

/** The test that a mention decides, where what it does can be told. */
function testOf(mention: Mention): Test | undefined {
  const { script, subject, method } = mention;
  if (method !== undefined && method !== 'get' && method !== 'has') return undefined;
  let inner = wrapped(subject);
  let parent = parentOf(inner);
  let holds = true;
  if (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator) && isEmpty(unwrap(parent.left === inner ? parent.right : (parent.left as Node)))) {
    holds = parent.operator.startsWith('!');
    inner = wrapped(parent);
    parent = parentOf(inner);
  }
  for (; parent?.type === 'UnaryExpression' && parent.operator === '!'; parent = parentOf(inner)) {
    holds = !holds;
    inner = wrapped(parent);
  }
  const clearIn = (node: Node): AnyCall | undefined => {
    const expression = unwrap(node);
    return isCall(expression) && isGlobalCall(script, expression, /^clear(Timeout|Interval)$/) && expression.arguments.length === 1 && isSame(mention, unwrap(expression.arguments[0]!)) ? expression : undefined;
  };
  if (parent?.type === 'LogicalExpression' && parent.operator === '&&' && parent.left === inner && holds && isUnused(parent)) {
    const call = clearIn(parent.right);
    return call && { kind: 'clear', statement: parent, call };
  }
  if (parent?.type !== 'IfStatement' || parent.test !== inner || parent.alternate != null || siblings(parent) === undefined) return undefined;
  const body = parent.consequent.type === 'BlockStatement' ? parent.consequent.body : [parent.consequent];
  if (!holds) {
    const [only] = body;
    const call = body.length === 1 && only?.type === 'ExpressionStatement' ? startIn(mention, only.expression) : undefined;
    return call && { kind: 'guard', statement: parent, target: parent, call };
  }
  const list = siblings(parent)!;
  const next = list[list.indexOf(parent) + 1];
  if (body.length === 1 && body[0]!.type === 'ReturnStatement' && body[0]!.argument == null) {
    const call = next?.type === 'ExpressionStatement' && list.at(-1) === next && isFunction(parentOf(parentOf(parent)!)) ? startIn(mention, next.expression) : undefined;
    return call && { kind: 'guard', statement: parent, target: next!, call };
  }
  const calls = body.map((statement) => (statement.type === 'ExpressionStatement' ? clearIn(statement.expression) : undefined));
  const [call] = calls.filter((one) => one !== undefined);
  const rest = body.filter((_statement, index) => calls[index] === undefined);
  const forgets = rest.every((statement) => statement.type === 'ExpressionStatement' && forgotten(mention, statement.expression));
  return call !== undefined && calls.filter((one) => one !== undefined).length === 1 && forgets ? { kind: 'clear', statement: parent, call } : undefined;
}

/** Whether an expression names the same id as a mention. */
function isSame({ script, subject, key, method }: Mention, node: Node): boolean {
  if (method === undefined) return script.textOf(node) === script.textOf(subject);
  if (!isCall(node) || !isMember(node.callee) || memberName(node.callee) !== 'get') return false;
  return script.textOf(node.callee.object) === script.textOf(((subject as t.CallExpression).callee as t.MemberExpression).object) && node.arguments[0] !== undefined && script.textOf(node.arguments[0]) === script.textOf(key!);
}

function startIn(mention: Mention, expression: Node): AnyCall | undefined {
  const inner = unwrap(expression);
  if (inner.type === 'AssignmentExpression' && inner.operator === '=' && isSame(mention, unwrap(inner.left)) && isTimerCall(mention.script, unwrap(inner.right))) return unwrap(inner.right) as AnyCall;
  if (!isCall(inner) || !isMember(inner.callee) || memberName(inner.callee) !== 'set' || mention.method === undefined) return undefined;
  const [key, value] = inner.arguments;
  const map = ((mention.subject as t.CallExpression).callee as t.MemberExpression).object;
  return key && value && mention.script.textOf(key) === mention.script.textOf(mention.key!) && mention.script.textOf(inner.callee.object) === mention.script.textOf(map) && isTimerCall(mention.script, unwrap(value)) ? (unwrap(value) as AnyCall) : undefined;
}

function forgotten(mention: Mention, expression: Node): boolean {
  const { script, subject, key, method } = mention;
  const inner = unwrap(expression);
  if (inner.type === 'AssignmentExpression') return inner.operator === '=' && isSame(mention, unwrap(inner.left)) && isEmpty(unwrap(inner.right));
  if (inner.type === 'UnaryExpression') return inner.operator === 'delete' && isSame(mention, unwrap(inner.argument));
  if (method === undefined || !isCall(inner) || !isMember(inner.callee) || memberName(inner.callee) !== 'delete' || inner.arguments[0] === undefined) return false;
  return script.textOf(inner.callee.object) === script.textOf(((subject as t.CallExpression).callee as t.MemberExpression).object) && script.textOf(inner.arguments[0]) === script.textOf(key!);
}

/** Whether a timer is cleared in any case before it is started: in the same function, or in one that is called there. */
export function isClearedBefore({ script, call, key }: Start, { clears }: Handle, turns: Turns): boolean {
  const clearsSame = (statement: Node, own: string | undefined): boolean =>
    clears.some((clear) => (clear.target === statement || (statement.type === 'ExpressionStatement' && unwrap(statement.expression) === unwrap(clear.target))) && (own === undefined || clear.script.textOf(clear.key!) === own));
  const text = key && script.textOf(key);
  const waits: Node[] = [];
  walk(functionOf(call) ?? script.program!, (node) => {
    if (node.type === 'AwaitExpression') waits.push(node);
  });
  // Another run of the function may come in between.
  const isAtOnce = (statement: Node): boolean => !waits.some((wait) => wait.start! > statement.start! && wait.start! < call.start!);
  let inner: Node = call;
  for (const up of ancestors(call)) {
    const list = siblings(inner);
    for (const earlier of list?.slice(0, list.indexOf(inner as t.Statement)).filter(isAtOnce) ?? []) {
      if (clearsSame(earlier, text)) return true;
      const helper = earlier.type === 'ExpressionStatement' && isCall(earlier.expression) ? earlier.expression : undefined;
      const [fn, ...more] = helper === undefined ? [] : turns.targetsOf(helper);
      if (fn === undefined || more.length > 0 || fn.body.type !== 'BlockStatement' || fn.async || fn.generator) continue;
      const own = (index: number): string | undefined => (fn.params[index]?.type === 'Identifier' ? (fn.params[index] as t.Identifier).name : undefined);
      const at = text === undefined ? -1 : helper!.arguments.findIndex((argument) => script.textOf(argument) === text);
      if ((text === undefined || own(at) !== undefined) && fn.body.body.some((statement) => clearsSame(statement, text === undefined ? undefined : own(at)))) return true;
    }
    if (isFunction(up)) return false;
    inner = up;
  }
  return false;
}

/** Whether the statements after a clear start the same timer again. */
export function isStartedAfter(clear: Clear, { starts }: Handle): boolean {
  const fn = functionOf(clear.call);
  return starts.some(({ call }) => functionOf(call) === fn && call.start! > clear.call.end! && isAfter(clear.target, call));
}

function isAfter(statement: Node, call: Node): boolean {
  const own = [statement, ...ancestors(statement)].find((up) => siblings(up) !== undefined);
  const list = own && siblings(own);
  const later = list?.find((one) => [...ancestors(call)].includes(one));
  return later !== undefined && later.type === 'ExpressionStatement' && list!.indexOf(later) > list!.indexOf(own as t.Statement) && !list!.slice(list!.indexOf(own as t.Statement), list!.indexOf(later)).some((one) => mayLeave(one, /^(Return|Throw|Break|Continue)Statement$/));
}
