import { ancestors, functionOf, isCall, isFunction, isMember, isNothing, isWithin, memberName, parentOf, siblings, statementOf, unwrap, walk, wrapped, type AnyMember, type Node } from '../ast.ts';
import { accessOf, type Access } from '../bindings.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import { workOf } from './done-flags.ts';
import { differsAtEachStart } from './start-values.ts';
import { isEmpty } from './stored.ts';

/** What an access does with one entry: `cache[key]`, `cache.get(key)`, `key in cache`. */
interface Use {
  readonly script: Script;
  readonly kind: 'read' | 'test' | 'fill' | 'forget';
  /** The whole of it: `cache.set(key, value)`. */
  readonly node: Node;
  readonly key: Node;
  readonly value?: Node;
}

/** A cache by key that fills itself: an entry is made only where there is none, of its key alone, and read only where it was made if there was none. */
export function isKeyedMemo(accesses: readonly Access[], turns: Turns): boolean {
  const uses: Use[] = [];
  const limits = new Set<Node>();
  for (const access of accesses) {
    const limit = limitAround(access);
    if (limit !== undefined) {
      limits.add(limit);
      continue;
    }
    const use = useOf(access);
    if (use === undefined) return false;
    if (use !== 'clear' && isChangedInPlace(use)) return false;
    if (use !== 'clear') uses.push(use);
  }
  const fills = uses.filter(({ kind }) => kind === 'fill');
  const hasEffect = (...code: (Node | null | undefined)[]): boolean => workOf(code.flatMap((one) => one ?? []), accesses, turns).some(({ lasts }) => lasts);
  const guards = fills.map((fill) => ({ fill, guard: guardOf(fill, uses, hasEffect) }));
  return fills.length > 0
    && ![...limits].some((limit) => uses.some((use) => use.kind === 'read' && isReadAfter(use.node, limit, fills)))
    && guards.every(({ fill, guard }) => guard !== undefined && isMadeOfKey(fill, uses, turns))
    && uses.every((use) => use.kind === 'fill' || use.kind === 'forget' || guards.some(({ fill, guard }) => isSameKey(use, fill) && isBehind(use, guard!)));
}

/** Whether an entry is read after some were forgotten, and not filled between. */
function isReadAfter(node: Node, limit: Node, fills: readonly Use[]): boolean {
  return functionOf(node) === functionOf(limit) && node.start! > limit.end! && !fills.some((fill) => fill.node.start! > limit.end! && fill.node.start! <= node.start!);
}

/** Functions of the platform that make a value of what they are given, and do nothing else. */
const FUNCTIONS = new Set(['String', 'Number', 'Boolean', 'parseInt', 'parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'escape', 'unescape', 'atob', 'btoa', 'isNaN']);

const METHODS = new Set([
  'charAt', 'charCodeAt', 'codePointAt', 'concat', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'match', 'padEnd', 'padStart', 'repeat', 'replace', 'replaceAll', 'search', 'slice', 'split', 'startsWith', 'substr', 'substring', 'toLowerCase', 'toUpperCase', 'trim',
  'every', 'filter', 'find', 'findIndex', 'flat', 'flatMap', 'forEach', 'join', 'keys', 'map', 'reduce', 'reverse', 'some', 'sort', 'values', 'entries', 'fromEntries', 'push', 'pop', 'shift',
  'exec', 'test', 'parse', 'stringify', 'toString', 'toFixed', 'floor', 'ceil', 'round', 'abs', 'min', 'max', 'pow', 'fromCharCode', 'isArray', 'from', 'of', 'get', 'has',
  'json', 'text', 'blob', 'arrayBuffer', 'then', 'catch', 'finally', 'all', 'resolve', 'reject', 'digest', 'encode', 'decode', 'readAsDataURL', 'readAsText',
]);

function useOf({ script, node, kind }: Access): Use | 'clear' | undefined {
  const inner = wrapped(node);
  const parent = parentOf(inner);
  // cache = {};
  if (parent?.type === 'AssignmentExpression' && parent.left === inner && parent.operator === '=' && isEmpty(parent.right) && parentOf(wrapped(parent))?.type === 'ExpressionStatement') return 'clear';
  if (isCall(parent) && parent.arguments[0] === inner && parent.arguments[1] !== undefined && /^(Object\.prototype\.hasOwnProperty\.call|Object\.hasOwn)$/.test(script.textOf(parent.callee))) return { script, kind: 'test', node: parent, key: unwrap(parent.arguments[1]) };
  if (parent?.type === 'BinaryExpression' && parent.operator === 'in' && parent.right === inner) return { script, kind: 'test', node: parent, key: unwrap(parent.left) };
  if (!isMember(parent) || parent.object !== inner) return undefined;
  const outer = wrapped(parent);
  const above = parentOf(outer);
  if (parent.computed) {
    const key = unwrap(parent.property);
    if (above?.type === 'AssignmentExpression' && above.left === outer) return /^(=|\|\|=|\?\?=)$/.test(above.operator) ? { script, kind: 'fill', node: above, key, value: above.right } : undefined;
    if (above?.type === 'UpdateExpression') return undefined;
    if (above?.type === 'UnaryExpression' && above.operator === 'delete') return { script, kind: 'forget', node: above, key };
    // cache[key].count++
    return kind === 'mutate' ? undefined : { script, kind: 'read', node: parent, key };
  }
  const [first, second] = isCall(above) && above.callee === outer ? above.arguments : [];
  const name = memberName(parent);
  if (name === 'clear' && isCall(above)) return 'clear';
  if (first === undefined) return undefined;
  const key = unwrap(first);
  switch (name) {
    case 'get':
      return { script, kind: 'read', node: above!, key };
    case 'has':
    case 'hasOwnProperty':
      return { script, kind: 'test', node: above!, key };
    case 'set':
      return second && parentOf(wrapped(above!))?.type === 'ExpressionStatement' ? { script, kind: 'fill', node: above!, key, value: second } : undefined;
    case 'delete':
      return { script, kind: 'forget', node: above!, key };
    default:
      return undefined;
  }
}

/** The statement around an access that only asks how many entries there are, and forgets some where they are too many: `if (cache.size > 100) cache.clear();`. */
function limitAround({ script, node }: Access): Node | undefined {
  const text = script.textOf(node);
  const statement = [...ancestors(node)].find((up) => up.type === 'IfStatement' || isFunction(up));
  return statement?.type === 'IfStatement' && isLimit(statement, (one) => script.textOf(one) === text) ? statement : undefined;
}

/** `if (cache.size > 100) cache.delete(cache.keys().next().value);`, `if (Object.keys(cache).length > 100) delete cache[Object.keys(cache)[0]];` */
function isLimit({ test, consequent, alternate }: Node & { type: 'IfStatement' }, isCache: (node: Node) => boolean): boolean {
  const inner = unwrap(test);
  const asked = inner.type === 'BinaryExpression' && /^>=?$/.test(inner.operator) && unwrap(inner.right).type === 'NumericLiteral' ? unwrap(inner.left) : undefined;
  if (alternate || !isMember(asked) || !/^(size|length)$/.test(memberName(asked) ?? '')) return false;
  const keysOf = (node: Node): boolean => isCall(node) && isMember(node.callee) && memberName(node.callee) === 'keys' && (isCache(unwrap(node.callee.object)) || (node.arguments[0] !== undefined && isCache(unwrap(node.arguments[0]))));
  if (!isCache(unwrap(asked.object)) && !keysOf(unwrap(asked.object))) return false;
  const isFirst = (key: Node): boolean => {
    let part = unwrap(key);
    while (isMember(part) || (isCall(part) && isMember(part.callee) && memberName(part.callee) === 'next')) part = unwrap(isMember(part) ? part.object : (part.callee as AnyMember).object);
    return keysOf(part);
  };
  const list = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  return list.length > 0 && list.every((one) => {
    const done = one.type === 'ExpressionStatement' ? unwrap(one.expression) : undefined;
    if (done?.type === 'AssignmentExpression') return isCache(unwrap(done.left)) && isEmpty(done.right);
    if (done?.type === 'UnaryExpression') return done.operator === 'delete' && isMember(done.argument) && done.argument.computed && isCache(unwrap(done.argument.object)) && isFirst(done.argument.property);
    if (!isCall(done) || !isMember(done.callee) || !isCache(unwrap(done.callee.object))) return false;
    const [key] = done.arguments;
    return key === undefined ? memberName(done.callee) === 'clear' : memberName(done.callee) === 'delete' && isFirst(key);
  });
}

/** Whether what an entry holds is changed where it is read or made: `(counts[key] || (counts[key] = { n: 0 })).n++`. */
function isChangedInPlace({ script, node }: Use): boolean {
  let inner = wrapped(node);
  for (let up = parentOf(inner); up?.type === 'LogicalExpression' || (up?.type === 'AssignmentExpression' && up.right === inner); up = parentOf(inner)) inner = wrapped(up);
  return isMember(parentOf(inner)) && accessOf(script, inner as AnyMember).kind === 'mutate';
}

function keyBinding({ script, key }: Use): Binding | undefined {
  let root = key;
  while (isMember(root)) root = unwrap(root.object);
  return root.type === 'Identifier' ? script.binding(root) : undefined;
}

function isSameKey(a: Use, b: Use): boolean {
  const binding = keyBinding(a);
  return binding !== undefined && binding === keyBinding(b) && a.script.textOf(a.key) === b.script.textOf(b.key);
}

/** The statement that fills an entry only where there is none; undefined where it has another effect then, or one where there is an entry. */
function guardOf(fill: Use, uses: readonly Use[], hasEffect: (...code: (Node | null | undefined)[]) => boolean): Node | undefined {
  const others = uses.filter((use) => use !== fill && (use.kind === 'read' || use.kind === 'test') && isSameKey(use, fill));
  const asks = (test: Node): boolean => others.some(({ node }) => unwrap(test) === node || isNamed(fill.script, test, node));
  if (fill.node.type === 'AssignmentExpression' && fill.node.operator !== '=') return statementOf(fill.node);
  const either = parentOf(wrapped(fill.node));
  if (either?.type === 'LogicalExpression' && either.operator !== '&&' && asks(either.left)) return statementOf(either);
  const value = unwrap(fill.value!);
  if (value.type === 'LogicalExpression' && value.operator !== '&&' && asks(value.left)) return statementOf(value);
  const home = keyBinding(fill)?.scope.node;
  for (const up of ancestors(fill.node)) {
    if (up === home) break;
    if (up.type === 'IfStatement' && isWithin(fill.node, up.consequent) && isEmptyTest(up.test, asks) && isOnlyMaking(up.consequent)) return hasEffect(up.consequent, up.alternate) ? undefined : up;
    if (up.type === 'IfStatement' && up.alternate && isWithin(fill.node, up.alternate) && isFullTest(up.test, asks) && endsWithReturn(up.consequent) && isOnlyMaking(up.alternate)) return hasEffect(up.consequent, up.alternate) ? undefined : up;
    // if (cache[key]) return cache[key];
    const list = siblings(up);
    const given = list?.slice(0, list.indexOf(up as (typeof list)[number])).find((one) => one.type === 'IfStatement' && isFullTest(one.test, asks) && endsWithReturn(one.consequent)
      && others.some(({ kind, node }) => kind === 'read' && (isWithin(node, one.consequent) || (!isWithin(node, one.test) && namedBy(fill.script, node, one.consequent)))));
    if (given?.type === 'IfStatement') return hasEffect(given.consequent, ...list!.slice(list!.indexOf(given) + 1).filter(({ type }) => type !== 'FunctionDeclaration')) ? undefined : given;
  }
  return undefined;
}

/** Whether a test is by a name that was given what is read: `const hit = cache.get(key); if (!hit)`. */
function isNamed(script: Script, test: Node, read: Node): boolean {
  const inner = unwrap(test);
  const [declaration] = inner.type === 'Identifier' ? (script.binding(inner)?.declarations ?? []) : [];
  return declaration?.init !== undefined && declaration.init !== null && unwrap(declaration.init) === read;
}

function namedBy(script: Script, read: Node, where: Node): boolean {
  let found = false;
  walk(where, (node) => {
    found ||= node.type === 'Identifier' && isNamed(script, node, read);
  });
  return found;
}

function isFullTest(test: Node, asks: (node: Node) => boolean): boolean {
  const inner = unwrap(test);
  return asks(inner) || (inner.type === 'BinaryExpression' && /^!={1,2}$/.test(inner.operator) && isNothing(unwrap(inner.right)) && asks(inner.left));
}

function isEmptyTest(test: Node, asks: (node: Node) => boolean): boolean {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return asks(inner.argument);
  if (inner.type !== 'BinaryExpression' || !/^={2,3}$/.test(inner.operator)) return false;
  const [left, right] = [unwrap(inner.left), unwrap(inner.right)];
  if (left.type === 'UnaryExpression' && left.operator === 'typeof') return right.type === 'StringLiteral' && right.value === 'undefined' && asks(left.argument);
  return isNothing(right) && asks(left);
}

function endsWithReturn(branch: Node): boolean {
  return branch.type === 'ReturnStatement' || (branch.type === 'BlockStatement' && branch.body.at(-1)?.type === 'ReturnStatement');
}

/** Whether a branch does nothing once for each key beside making the entry. */
function isOnlyMaking(branch: Node): boolean {
  if (branch.type === 'BlockStatement') return branch.body.every(isOnlyMaking);
  if (branch.type === 'VariableDeclaration' || branch.type === 'ReturnStatement') return true;
  if (branch.type === 'TryStatement') return [branch.block, ...(branch.handler ? [branch.handler.body] : []), ...(branch.finalizer ? [branch.finalizer] : [])].every(isOnlyMaking);
  if (branch.type === 'IfStatement') return isLimit(branch, (node) => node.type === 'Identifier' || isMember(node));
  if (branch.type !== 'ExpressionStatement') return false;
  const inner = unwrap(branch.expression);
  return inner.type === 'AssignmentExpression' || (isCall(inner) && isMember(inner.callee) && memberName(inner.callee) === 'set');
}

/** Whether an entry is looked at in a statement, or after it, or by a name that tells nobody whether it was there before. */
function isBehind({ script, node, kind }: Use, guard: Node): boolean {
  const list = siblings(guard);
  if (isWithin(node, guard) || list?.slice(list.indexOf(guard as (typeof list)[number])).some((one) => isWithin(node, one))) return true;
  // const hit = cache.get(key); if (!hit)
  const home = parentOf(wrapped(node));
  if (guard.type !== 'IfStatement' || home?.type !== 'VariableDeclarator' || home.id.type !== 'Identifier' || list?.includes(statementOf(node) as (typeof list)[number]) !== true) return false;
  const references = script.binding(home.id)?.references ?? [];
  return references.every((one) => one.node === home.id || isWithin(one.node, guard)) || (kind === 'read' && (endsWithReturn(guard.consequent) || references.some((one) => one.writes && isWithin(one.node, guard))));
}

/** Whether an entry is made of its key alone, and making it does nothing else. */
function isMadeOfKey(fill: Use, uses: readonly Use[], turns: Turns): boolean {
  const { script } = fill;
  const value = unwrap(fill.value!);
  const made = value.type === 'LogicalExpression' ? value.right : value.type === 'AssignmentExpression' && value.operator === '=' && value.left.type === 'Identifier' ? value.right : value;
  let ofKey = false;
  const seen = new Set<Node>();
  const isKey = (node: Node, own: Script): boolean => own === script && own.textOf(node) === script.textOf(fill.key) && isSameKey({ ...fill, key: node }, fill);

  /** All that a part takes from elsewhere is its key, what stays, or made of these. */
  const isOf = (own: Script, part: Node, local: (binding: Binding) => boolean, skip?: Node): boolean => {
    let fine = true;
    walk(part, (node) => {
      if (!fine || node === skip || uses.some((use) => use !== fill && use.node === node && isSameKey(use, fill))) return false;
      if (isKey(node, own)) {
        ofKey = true;
        return false;
      }
      if (isFunction(node)) return;
      if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete')) {
        const target = unwrap(node.type === 'AssignmentExpression' ? node.left : node.argument);
        let root = target;
        // reader.onload = …
        while (isMember(root)) root = unwrap(root.object);
        const binding = root.type === 'Identifier' ? own.binding(root) : undefined;
        if (binding === undefined || !(isWithin(binding.declarations[0]!.id, part) || local(binding))) fine = false;
      } else if (node.type === 'NewExpression') {
        const callee = unwrap(node.callee);
        if (!(callee.type === 'Identifier' && own.binding(callee) === undefined && /^(RegExp|URL|URLSearchParams|Promise|TextDecoder|TextEncoder|Uint8Array|FileReader)$/.test(callee.name))) fine = false;
      } else if (isCall(node)) {
        fine &&= !differsAtEachStart(node, turns) && isHarmless(own, node);
      } else if (node.type === 'Identifier') {
        const binding = own.binding(node);
        if (binding === undefined || isWithin(binding.declarations[0]!.id, part) || local(binding)) return;
        fine &&= isSteady(own, binding);
      }
      return;
    });
    return fine;
  };

  const isHarmless = (own: Script, call: Node): boolean => {
    if (!isCall(call)) return false;
    const targets = turns.targetsOf(call);
    if (targets.length > 0) return targets.every((fn) => {
      if (seen.has(fn)) return true;
      seen.add(fn);
      const home = turns.scriptOf(fn);
      return isOf(home, fn.body, (binding) => isWithin(binding.declarations[0]!.id, fn));
    });
    const callee = unwrap(call.callee as Node);
    const api = own.api(callee);
    if (api !== undefined) return /^(runtime\.getURL|extension\.getURL|i18n\.getMessage)$/.test(api.names.join('.'));
    if (isMember(callee)) return METHODS.has(memberName(callee) ?? '');
    const binding = callee.type === 'Identifier' ? own.binding(callee) : undefined;
    // resolve(), of a promise that is made here
    if (binding !== undefined) return binding.kind === 'param' && parentOf(wrapped(binding.declarations[0]!.node))?.type === 'NewExpression';
    return callee.type === 'Identifier' && (callee.name === 'fetch' ? call.arguments.length === 1 : FUNCTIONS.has(callee.name));
  };

  /** Constants, functions, and locals that are made of the key; what a call gives a callback is made of what the call is given. */
  const isSteady = (own: Script, binding: Binding): boolean => {
    if (/^(function|import|class)$/.test(binding.kind)) return true;
    if (seen.has(binding.declarations[0]!.id)) return true;
    seen.add(binding.declarations[0]!.id);
    const home = keyBinding(fill)?.scope.node;
    const [declaration, another] = binding.declarations;
    if (another !== undefined) return false;
    if (binding.kind === 'param') {
      const fn = declaration!.node;
      const call = parentOf(wrapped(fn));
      return own === script && isFunction(fn) && home !== undefined && fn !== home && isWithin(fn, home) && isCall(call) && call.callee !== wrapped(fn) && isOf(own, call, () => false, fn);
    }
    const { init } = declaration!;
    if (init && isFunction(unwrap(init))) return true;
    if (binding.scope.parent === undefined) return binding.kind === 'const' && init != null && /Literal$/.test(unwrap(init).type);
    const given = binding.references.filter(({ writes }) => writes).map((write) => parentOf(wrapped(write.node)));
    return own === script && [...(init ? [init] : []), ...given.map((write) => (write?.type === 'AssignmentExpression' && write.operator === '=' ? write.right : undefined))].every((one) => one !== undefined && isOf(own, one, () => false) && isSteadyBranch(own, one));
  };

  /** What decides whether a local is written. */
  const isSteadyBranch = (own: Script, write: Node): boolean => {
    const home = keyBinding(fill)?.scope.node;
    for (const up of ancestors(write)) {
      if (up === home || isFunction(up)) return true;
      const test = up.type === 'IfStatement' || up.type === 'ConditionalExpression' ? up.test : up.type === 'SwitchStatement' ? up.discriminant : undefined;
      if (test && !isWithin(write, test) && !isOf(own, test, () => false)) return false;
    }
    return true;
  };

  return isOf(script, made, () => false) && ofKey;
}
