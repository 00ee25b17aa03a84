import type * as t from '@babel/types';
import { ancestors, functionOf, isCall, isFunction, isMember, isNothing, isWithin, keyName, mayLeave, memberName, parentOf, siblings, statementOf, stringValue, unwrap, walk, waits, wrapped, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import { phasesAt } from '../phases.ts';
import type { Script } from '../script.ts';
import { isHandle, join, type Shape } from '../shapes.ts';
import type { Turns } from '../turns.ts';
import type { Bounding } from '../values/bounds.ts';
import { flowOf } from '../values/flow.ts';
import { heldShape } from '../values/held.ts';
import { returnsOf } from '../values/returns.ts';
import { isFlag, workOf } from './done-flags.ts';
import { Filling, type Fill } from './filling.ts';
import { LASTING, QUESTIONS } from './lasting-calls.ts';
import { differsAtEachStart } from './start-values.ts';
import { comesFromStorage, mentions } from './stored.ts';

/**
 * A cache that fills itself: assigned only where it was found empty, what it would be given again, and read only behind that.
 * It may be emptied where what it is made of changes.
 * @param changes what events do to it
 */
export function isMemo(changes: readonly Access[], accesses: readonly Access[], turns: Turns, bounding: Bounding, within: ReadonlySet<object> = new Set()): boolean {
  // What two caches are made of each other is made of the rest.
  if (within.has(accesses)) return true;
  const fills = fillsOf(changes, turns);
  if (fills === undefined) return false;
  const around = new Set([...within, accesses]);
  const filling = new Filling(fills, turns);
  const reads = accesses.filter(({ node, reads: used }) => used && phasesAt(node, turns).has('event'));
  return isEmptiedOnly(changes, accesses, fills, turns)
    && reads.every(({ node }) => filling.isFullAt(node) || isThisOfCallback(node, fills, turns))
    && fills.every((fill) => isMadeOfWhatLasts(fill, changes, turns, bounding, around));
}

/** Whether the object of a field is only given to a callback as its `this`, where nothing names the field: `list.filter(function (item) { … }, this)`. */
function isThisOfCallback(node: Node, fills: readonly Fill[], turns: Turns): boolean {
  const call = node.type === 'ThisExpression' ? parentOf(node) : undefined;
  if (!isCall(call) || call.arguments[1] !== node || !isMember(call.callee) || !SYNC_METHODS.has(memberName(call.callee) ?? '')) return false;
  const functions = turns.functionsOf(call.arguments[0]!);
  const names = new Set(fills.map(({ change }) => (isMember(change.node) ? memberName(change.node) : undefined)));
  return functions.length > 0 && functions.every((fn) => {
    let named = false;
    if (parentOf(fn) === call) walk(fn, (one) => {
      named ||= isMember(one) && (one.computed || names.has(memberName(one)));
    });
    return !named;
  });
}

/** The assignments that fill a cache; undefined where something else is done to it than that, or emptying it. */
function fillsOf(changes: readonly Access[], turns: Turns): readonly Fill[] | undefined {
  const fills = changes.filter((change) => change.kind === 'write' && emptyOf(change) === undefined).map((change) => fillOf(change, turns));
  if (fills.length === 0 || !fills.every((fill) => fill !== undefined)) return undefined;
  // cache = []; cache.push(item);
  const isBuilding = ({ node }: Access): boolean => fills.some(({ change, code }) => node.start! > change.node.start! && code.some((one) => isWithin(node, one)));
  return changes.every((change) => change.kind === 'write' || (change.kind === 'mutate' && isBuilding(change))) ? fills : undefined;
}

function fillOf(change: Access, turns: Turns): Fill | undefined {
  const { node, script } = change;
  const assignment = parentOf(wrapped(node));
  if (assignment?.type !== 'AssignmentExpression') return undefined;
  const text = script.textOf(node);
  const isSame = (one: Node): boolean => script.textOf(unwrap(one)) === text;
  const right = unwrap(assignment.right);
  const isOr = right.type === 'LogicalExpression' && right.operator !== '&&' && isSame(right.left);
  const value = isOr ? right.right : right;
  if (differsAtEachStart(value, turns) || isBroughtByEvent(script, value, turns)) return undefined;
  if (isOr) return { change, value, asks: [right.left], code: [value] };
  if (assignment.operator === '??=' || assignment.operator === '||=') return { change, value, asks: [], code: [value] };
  // return cache || (cache = load());
  const either = parentOf(wrapped(assignment));
  if (either?.type === 'LogicalExpression' && either.operator !== '&&' && isSame(either.left)) return { change, value, asks: [either.left], code: [value], passed: either };
  // if (cache) return cache; cache = load();
  const given = givenFirst(change);
  if (given !== undefined && !mentions(value, (id) => script.binding(id)?.declarations.some((one) => isFunction(one.node) && isWithin(value, one.node)) === true && isBroughtByEvent(script, id, turns))) {
    const list = siblings(given)!;
    const place = statementOf(node) as t.Statement;
    const code = list.slice(list.indexOf(given) + 1).filter((one) => one === place || one.type !== 'FunctionDeclaration');
    return isGivenBack(given, script, text) || (!isFlag(value) && isData([value], script, turns) && !workOf(code, [change], turns).some(({ lasts }) => lasts)) ? { change, value, asks: [given], code } : undefined;
  }
  for (const up of ancestors(assignment)) {
    if (isFunction(up) && !isCallback(up)) return undefined;
    if (up.type === 'IfStatement' && isWithin(assignment, up.consequent) && testsEmpty(script, up.test, text)) {
      const decided = [...(isFlag(value) ? [up.consequent] : []), ...(up.alternate ? [up.alternate] : [])];
      return workOf(decided, [change], turns).some(({ lasts }) => lasts) ? undefined : { change, value, asks: [up.test], code: [up.consequent], passed: up };
    }
  }
  return undefined;
}

/** The statement that leaves what a variable holds before it is assigned: `if (cache) return cache;`, `if (cache) return;`. */
function givenFirst({ script, node }: Access): t.IfStatement | undefined {
  const text = script.textOf(node);
  const list = siblings(statementOf(node));
  return list?.slice(0, list.indexOf(statementOf(node) as t.Statement)).find((one): one is t.IfStatement =>
    one.type === 'IfStatement' && script.textOf(unwrap(one.test)) === text && (isGivenBack(one, script, text) || returnOf(one)?.argument === null));
}

function isGivenBack(statement: t.IfStatement, script: Script, text: string): boolean {
  const given = returnOf(statement)?.argument;
  return given != null && script.textOf(unwrap(given)) === text;
}

function returnOf({ consequent }: t.IfStatement): t.ReturnStatement | undefined {
  const first = consequent.type === 'BlockStatement' ? consequent.body[0] : consequent;
  return first?.type === 'ReturnStatement' ? first : undefined;
}

/** Whether values are data, or made of data each time. */
function isData(values: readonly Node[], script: Script, turns: Turns): boolean {
  const shape = values.map((value) => heldShape(script, value, turns)).reduce(join, 'nothing' as Shape);
  return !isHandle(shape) || shape === 'regexp' || shape === 'promise';
}

/** Whether a cache that events empty is never anything but empty or filled, is found empty then, and nothing but data. What failed is forgotten. */
function isEmptiedOnly(changes: readonly Access[], accesses: readonly Access[], fills: readonly Fill[], turns: Turns): boolean {
  const empties = changes.filter((change) => emptyOf(change) !== undefined && !isInCatch(change.node));
  if (empties.length === 0) return true;
  if (!fills.every(({ change, value }) => isData([value], change.script, turns))) return false;
  const others = accesses.filter((access) => access.kind === 'write' && !fills.some(({ change }) => change === access));
  const kinds = new Set([...(others.some(isFirst) ? [] : ['undefined']), ...others.map(emptyOf)]);
  if (kinds.has(undefined)) return false;
  return kinds.size === 1 || fills.every(({ asks }) => asks.every((test) => !isExact(test)));
}

/** Whether a variable begins with an assignment: its declaration's own, or that of the constructor of its object. */
function isFirst({ node, initial }: Access): boolean {
  const fn = functionOf(node);
  return initial || (fn?.type === 'ClassMethod' && fn.kind === 'constructor' && parentOf(statementOf(node)) === fn.body);
}

/** How an assignment leaves a variable empty: `cache = null`, `cache = other = null`, `let cache`. */
function emptyOf({ value, initial }: Access): 'null' | 'undefined' | undefined {
  let given = value && unwrap(value);
  while (given?.type === 'AssignmentExpression' && given.operator === '=') given = unwrap(given.right);
  if (given === undefined) return initial ? 'undefined' : undefined;
  return !isNothing(given) ? undefined : given.type === 'NullLiteral' ? 'null' : 'undefined';
}

/** Whether a test takes `null` or `undefined` only: `cache === null`. */
function isExact(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (node.type === 'BinaryExpression' && node.operator === '===') found = true;
    return !found;
  });
  return found;
}

function isInCatch(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (isFunction(up)) return false;
    if (up.type === 'CatchClause') return true;
  }
  return false;
}

/** Whether a cache is filled with the same at another time: with what events do not change, or empty the cache when they do. */
function isMadeOfWhatLasts({ change, value, code }: Fill, changes: readonly Access[], turns: Turns, bounding: Bounding, within: ReadonlySet<object>): boolean {
  if (isForgottenAfter(change, value, code, changes)) return true;
  const isWork = isPromiseOfNothing(value, turns);
  if (!isWork && (holdsWhatDiffers(code, turns) || keepsOwnState(value, turns))) return false;
  const own = new Set(changes.map(({ node }) => node));
  const pieces = new Set<Node>(code);
  const local = (script: Script, id: Node): boolean => {
    const declarations = script.binding(id as t.Identifier)?.declarations ?? [];
    return declarations.length > 0 && declarations.every((one) => [...pieces].some((piece) => isWithin(one.id, piece)));
  };
  for (const piece of pieces) {
    if (pieces.size > 60) return false;
    const script = turns.scriptOf(piece);
    let fine = true;
    walk(piece, (node) => {
      if (!fine) return false;
      if (isCall(node) || node.type === 'NewExpression') {
        const path = script.api(unwrap(node.callee as Node))?.names.join('.');
        if (path === undefined ? isSending(script, node) : isWork ? /\.(create|download|send\w*)$/.test(path) : !isQuestion(path)) fine = false;
        for (const fn of turns.targetsOf(node)) {
          if (!isWork && holdsWhatDiffers(node.type === 'NewExpression' ? [fn.body] : returnsOf(fn), turns)) fine = false;
          pieces.add(fn);
        }
      }
      if (isWork || (node.type !== 'Identifier' && !isMember(node)) || own.has(node)) return fine;
      if (isMember(node)) for (const getter of gettersOf(node, turns)) pieces.add(getter);
      const accesses = bounding.accessesAt(node);
      if (accesses.length > 0) fine &&= !isUsedAt(node, accesses) || isSteady(accesses, { changes, value, pieces }, turns, bounding, within);
      else if (node.type === 'Identifier' && !local(script, node)) fine &&= !isBroughtByEvent(script, node, turns);
      return fine;
    });
    if (!fine) return false;
  }
  return change.value !== undefined;
}

/** Whether values hold the time or something drawn by lot: `{ at: Date.now() }`. */
function holdsWhatDiffers(values: readonly Node[], turns: Turns): boolean {
  let found = false;
  for (const value of values) walk(value, (node) => {
    found ||= (isCall(node) || node.type === 'NewExpression') && differsAtEachStart(node, turns);
    return !found;
  });
  return found;
}

/** Whether a value has a memory of its own: a generator, or an object whose functions change a variable of the function that makes it. */
function keepsOwnState(value: Node, turns: Turns): boolean {
  const call = unwrap(value);
  return isCall(call) && turns.targetsOf(call).some((fn) => {
    if (fn.generator === true) return true;
    let found = false;
    for (const given of returnsOf(fn)) walk(given, (node) => {
      const script = turns.scriptOf(node);
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      const home = binding?.declarations[0];
      found ||= home !== undefined && functionOf(home.id) === fn && functionOf(node) !== fn && /^(write|update|mutate)$/.test(accessOf(script, node as t.Identifier).kind);
      return !found;
    });
    return found;
  });
}

/** Whether a call of the platform tells a server something: `fetch(url, { method: 'POST' })`, `navigator.sendBeacon(url)`. */
function isSending(script: Script, call: Node): boolean {
  if (!isCall(call)) return false;
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : callee.type === 'Identifier' && script.binding(callee) === undefined ? callee.name : undefined;
  if (name === 'sendBeacon') return true;
  const [method] = name === 'open' && call.arguments.length > 1 ? call.arguments : [];
  const options = name === 'fetch' && call.arguments[1] ? unwrap(call.arguments[1]) : undefined;
  const given = options?.type === 'ObjectExpression' ? options.properties.find((member) => member.type === 'ObjectProperty' && keyName(member) === 'method') : undefined;
  const verb = method ?? (given?.type === 'ObjectProperty' ? given.value : undefined);
  const text = verb && stringValue(verb);
  return text != null && !/^(get|head|options)$/i.test(text);
}

/** Whether a call of an extension API only asks, and for what does not change by itself. */
function isQuestion(path: string): boolean {
  return !/^(tabs|windows|idle|sessions)\./.test(path) && (QUESTIONS.test(path) || !(LASTING.test(path) || /\.(create|update|remove\w*|register|add\w*|set\w*|connect\w*|send\w*|request)$/.test(path)));
}

/** Whether a cache of work is emptied as that ends, which the background's end is, too: `loading = load(); loading.then(() => { loading = null; });`. */
function isForgottenAfter({ script, node: cache }: Access, value: Node, code: readonly Node[], changes: readonly Access[]): boolean {
  const isOf = (chain: Node): boolean => {
    const inner = unwrap(chain);
    return [script.textOf(cache), script.textOf(value)].includes(script.textOf(inner)) || (isCall(inner) && isMember(inner.callee) && /^(then|catch|finally)$/.test(memberName(inner.callee) ?? '') && isOf(inner.callee.object)) || isWithin(inner, value);
  };
  return changes.some((change) => {
    const fn = emptyOf(change) !== undefined && code.some((one) => isWithin(change.node, one)) ? functionOf(change.node) : undefined;
    const call = fn && parentOf(wrapped(fn));
    return isCall(call) && isMember(call.callee) && /^(then|finally)$/.test(memberName(call.callee) ?? '') && isOf(call.callee.object);
  });
}

/** Whether a value only tells when something is done: what an `async` function returns that gives nothing. */
function isPromiseOfNothing(value: Node, turns: Turns): boolean {
  const call = unwrap(value);
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const functions = callee === undefined ? [] : isFunction(callee) ? [callee] : turns.targetsOf(call as t.CallExpression);
  return functions.length > 0 && functions.every((fn) => fn.async === true && returnsOf(fn).length === 0);
}

/** The changes of a variable that are part of what fills a cache, and make the same each time: `Object.assign(options, saved)`, or all that follows `list = [];` there. */
function filledWith(accesses: readonly Access[], pieces: ReadonlySet<Node>): ReadonlySet<Access> {
  const inside = [...pieces].map((piece) => accesses.filter(({ node }) => isWithin(node, piece)).sort((a, b) => a.node.start! - b.node.start!)).filter(({ length }) => length > 0);
  const isNew = ({ kind, reads, value, script, node }: Access): boolean => kind === 'write' && !reads && value !== undefined && statementOf(node).type === 'ExpressionStatement' && !mentions(value, (id) => script.textOf(id) === script.textOf(node).split('.').at(-1));
  if (inside.every(([first]) => isNew(first!))) return new Set(inside.flat());
  return new Set(accesses.filter(({ node, script }) => {
    const call = parentOf(wrapped(node));
    return isCall(call) && call.arguments[0] === wrapped(node) && script.textOf(call.callee) === 'Object.assign' && [...pieces].some((piece) => isWithin(call, piece));
  }));
}

/** Whether the value of a variable is used at a place, and not only assigned. */
function isUsedAt(node: Node, accesses: readonly Access[]): boolean {
  return accesses.some((access) => access.node === node && (access.kind !== 'write' || access.reads));
}

/** Whether a value is the name of something, of which it matters only what it is. */
function isName(value: Node): boolean {
  let root = unwrap(value);
  while (isMember(root) && !root.computed) root = unwrap(root.object);
  return root.type === 'Identifier';
}

/** What fills a cache, and all changes of that cache. */
interface Filled {
  readonly changes: readonly Access[];
  readonly value: Node;
  readonly pieces: ReadonlySet<Node>;
}

/** Whether events leave a variable as it is, read it from storage, empty the cache that is made of it, or it is such a cache. */
function isSteady(accesses: readonly Access[], { changes, value, pieces }: Filled, turns: Turns, bounding: Bounding, within: ReadonlySet<object>): boolean {
  const inEvent = (list: readonly Access[]): Access[] => list.filter(({ node }) => phasesAt(node, turns).has('event'));
  const direct = inEvent(accesses.filter(({ kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind)));
  const empties = changes.filter((change) => emptyOf(change) !== undefined);
  const same = filledWith(accesses, pieces);
  const left = direct.filter((change) => !same.has(change) && !comesFromStorage(change, turns) && !isEmptiedWith(change.node, empties, turns));
  if (left.length > 0) {
    const isLeftFull = (change: Access): boolean => emptyOf(change) !== undefined && !isInCatch(change.node) && left.includes(change);
    if (left.some(isLeftFull) || !isMemo(direct, accesses, turns, bounding, within)) return false;
  }
  return isName(value) || changesElsewhere(accesses, turns).every(({ node }) => isEmptiedWith(node, empties, turns));
}

/** What events do to what a variable holds by other names. */
function changesElsewhere(accesses: readonly Access[], turns: Turns): readonly Access[] {
  let changes = elsewhere.get(accesses);
  if (changes === undefined) elsewhere.set(accesses, (changes = flowOf(accesses.filter(({ initial }) => !initial), turns).changes.filter(({ node }) => phasesAt(node, turns).has('event'))));
  return changes;
}

const elsewhere = new WeakMap<readonly Access[], readonly Access[]>();

/** Whether a cache is emptied in the turn of a change, before anything else can come between. */
function isEmptiedWith(change: Node, empties: readonly Access[], turns: Turns): boolean {
  if (empties.length === 0) return false;
  let home = functionOf(change);
  for (let place: Node | undefined = statementOf(change), isLeft = false; place !== undefined; place = parentOf(place)) {
    if (place === home) {
      const call = parentOf(wrapped(place));
      if (!isCall(call) || !isMember(call.callee) || !SYNC_METHODS.has(memberName(call.callee) ?? '')) return false;
      home = functionOf(place);
      isLeft = false;
    }
    const list = siblings(place) ?? [];
    const index = list.indexOf(place as t.Statement);
    if (place.type === 'ExpressionStatement' && isEmptying(place, empties, turns)) return true;
    // Code between might fill it again.
    if (index > 0 && isEmptying(list[index - 1]!, empties, turns) && !runsCode(place)) return true;
    for (const one of list.slice(index + 1)) {
      if (!isLeft && isEmptying(one, empties, turns)) return true;
      isLeft ||= waits(one) || mayLeave(one, /^(Return|Throw|Break|Continue)Statement$/);
    }
  }
  return false;
}

function runsCode(statement: Node): boolean {
  let found = false;
  walk(statement, (node) => {
    found ||= isCall(node) || isMember(node) || node.type === 'NewExpression' || node.type === 'AwaitExpression';
    return !found;
  });
  return found;
}

/** Whether a statement empties a cache, also by a function. */
function isEmptying(statement: Node, empties: readonly Access[], turns: Turns, depth = 2): boolean {
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  if (expression?.type === 'AssignmentExpression') {
    for (let one: Node = expression; one.type === 'AssignmentExpression'; one = unwrap(one.right)) if (empties.some(({ node }) => node === unwrap((one as t.AssignmentExpression).left))) return true;
    return false;
  }
  if (!isCall(expression) || depth === 0) return false;
  const targets = turns.targetsOf(expression);
  return targets.length > 0 && targets.every(({ body, generator }) => {
    const list = body.type === 'BlockStatement' && generator !== true ? body.body : [];
    const index = list.findIndex((one) => isEmptying(one, empties, turns, depth - 1));
    return index >= 0 && !list.slice(0, index).some((one) => waits(one) || mayLeave(one));
  });
}

/** The getters that a member may name. */
function gettersOf(node: Node & { object: Node }, turns: Turns): readonly Node[] {
  const holder = turns.holderOf(node.object)?.node;
  const members = holder === undefined ? [] : holder.type === 'ObjectExpression' ? holder.properties : holder.type === 'ClassDeclaration' || holder.type === 'ClassExpression' ? holder.body.body : [];
  const name = memberName(node as t.MemberExpression);
  return members.filter((member) => (member.type === 'ObjectMethod' || member.type === 'ClassMethod') && member.kind === 'get' && keyName(member) === name);
}

/** Whether a value is made of what an event brings, here or to a function that calls this one: another event brings another one. */
function isBroughtByEvent(script: Script, value: Node, turns: Turns, seen: Set<Node> = new Set()): boolean {
  return mentions(value, (id) => {
    if (id.name === 'arguments' && script.binding(id) === undefined) return true;
    const [declaration] = script.binding(id)?.declarations ?? [];
    if (declaration === undefined || functionOf(declaration.id) === undefined || seen.has(declaration.id) || isWithin(declaration.id, value)) return false;
    seen.add(declaration.id);
    const fn = declaration.node;
    const index = isFunction(fn) ? fn.params.findIndex((param) => isWithin(declaration.id, param)) : -1;
    // const { url } = message;
    if (!isFunction(fn) || index === -1) return declaration.init != null && isBroughtByEvent(script, declaration.init, turns, seen);
    if (turns.registrations.some(({ functions }) => functions.includes(fn))) return true;
    const isRest = fn.params[index]!.type === 'RestElement';
    return turns.callersOf(fn).some((call) => {
      const callee = unwrap(call.callee as Node);
      const isDirect = !(isMember(callee) && /^(call|apply|bind)$/.test(memberName(callee) ?? '')) && !call.arguments.some(({ type }) => type === 'SpreadElement');
      const given = !isDirect ? call.arguments : isRest ? call.arguments.slice(index) : call.arguments.slice(index, index + 1);
      return given.some((one) => !isFunction(unwrap(one)) && isBroughtByEvent(turns.scriptOf(call), one, turns, seen));
    });
  });
}

/** Whether a function is given to a call where it stands. */
function isCallback(fn: Node): boolean {
  const parent = parentOf(wrapped(fn));
  return (isCall(parent) || parent?.type === 'NewExpression') && parent.callee !== wrapped(fn);
}

function testsEmpty(script: Script, test: Node, text: string): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression' && inner.operator === '||') return testsEmpty(script, inner.left, text) && testsEmpty(script, inner.right, text);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return script.textOf(unwrap(inner.argument)) === text;
  if (inner.type === 'BinaryExpression' && /^={2,3}$/.test(inner.operator)) {
    const other = unwrap(inner.right);
    const empty = other.type === 'NullLiteral' || (other.type === 'Identifier' && other.name === 'undefined') || stringValue(other) === '';
    return empty && (script.textOf(inner.left) === text || script.textOf(inner.left) === `typeof ${text}`);
  }
  return false;
}
