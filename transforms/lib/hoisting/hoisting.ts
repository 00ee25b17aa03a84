import { ancestors, functionOf, isFunction, isMember, isNew, keyName, memberName, nodesOf, parentOf, unwrap, walk, wordsOfCall, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Holder } from '../calls/holders.ts';
import { composed } from '../compose.ts';
import { withEvents } from './events.ts';
import { gated } from './gated.ts';
import { assertUnheard } from './heard.ts';
import { endWithComment, flattened, freshName, habitsOf, KEYWORDS, startWithComments, statementEnd } from '../layout.ts';
import { GLOBAL_NAMES } from './locals.ts';
import { assertAlone, assertMovable, isAssigned } from './movable.ts';
import { moved, unitsOf } from './moving.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { withoutStatements } from './removing.ts';
import type { Script } from '../script.ts';
import { withGuards } from '../state/guards.ts';
import { turnsOf, type Registration, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { wayTo, type Way } from './ways.ts';

/** Moves late registrations out of one function into the first turn. */
export interface Hoisting {
  readonly edits: readonly Edit[];
  /** What the listeners now wait for: what the start-up fills, or the place that they come from, to which the start-up comes always or only sometimes. */
  readonly waits: 'nothing' | 'fills' | 'always' | 'sometimes';
}

/**
 * Moves registrations that one function makes late into the first turn, in their order. Locals that their listeners use become variables
 * beside them, and the listeners wait for what the start-up fills.
 * @throws Refusal where the moved listeners would not behave as the late ones
 */
export function planHoisting(group: readonly Registration[], realm: Realm, turns: Turns): Hoisting {
  const plain = withListeners(group) ?? withEvents(group, realm, turns) ?? withObject(group, realm, turns) ?? withNames(group, realm, turns);
  if (plain !== undefined) return planAfter(plain, group, realm, planHoisting);
  const guarded = withGuards(group, realm, turns);
  if (guarded === undefined) return planStraight(group, realm, turns);
  return planAfter(guarded, group, realm, (...next) => planStraight(...next, guarded.names));
}

/** Edits of registrations, and the text that each registration has after them. */
export interface Rewritten {
  readonly edits: readonly Edit[];
  readonly texts: readonly string[];
}

/** Plans for the same registrations after some edits. @returns the plan, with the edits of both */
export function planAfter<Plan extends { readonly edits: readonly Edit[] }>({ edits, texts }: Rewritten, group: readonly Registration[], realm: Realm, plan: (group: readonly Registration[], realm: Realm, turns: Turns) => Plan): Plan {
  const { extension } = realm.scripts[0]!;
  const next = extension.apply(edits).realms.find(({ kind, name }) => kind === realm.kind && name === realm.name)!;
  const turns = turnsOf(next);
  const found = texts.map((text, index) => turns.registrations.find((one) => one.event === group[index]!.event && one.script.path === group[index]!.script.path && flattened(one.script.textOf(one.call)) === flattened(text)));
  if (found.some((one) => one === undefined)) throw new Refusal('it depends on a condition');
  const rest = plan(found as Registration[], next, turns);
  return { ...rest, edits: composed(extension, edits, rest.edits) };
}

/**
 * Writes listeners where they are registered that stand beside that, with a name that nothing else uses.
 * @returns undefined where there are none
 */
export function withListeners(group: readonly Registration[]): Rewritten | undefined {
  const edits: Edit[] = [];
  const texts = group.map(({ script, call, listener }) => {
    const fn = listener && localFunction(unwrap(listener), script, functionOf(call));
    if (fn === undefined) return script.textOf(call);
    const comments = script.slice(startWithComments(script, fn.statement), fn.statement.start!);
    if (comments !== '') edits.push(script.insert(parentOf(wrapped(call))!.start!, comments));
    edits.push(script.replace(listener!, script.textOf(fn.made)), ...withoutStatements(script, [fn.statement]));
    return script.slice(call.start!, listener!.start!) + script.textOf(fn.made) + script.slice(listener!.end!, call.end!);
  });
  return edits.length === 0 ? undefined : { edits, texts };
}

/** The function that a name stands for, where a statement of the same function declares it and nothing else uses it. */
function localFunction(name: Node, script: Script, around: FunctionNode | undefined): { readonly made: Node; readonly statement: Node } | undefined {
  const binding = name.type === 'Identifier' ? script.binding(name) : undefined;
  const [declaration, ...others] = binding?.declarations ?? [];
  if (around === undefined || binding === undefined || declaration === undefined || others.length > 0 || binding.references.length !== 1 || !/^(function|const)$/.test(binding.kind)) return undefined;
  const made = declaration.node.type === 'FunctionDeclaration' ? declaration.node : declaration.init && declaration.keys?.length === 0 ? unwrap(declaration.init) : undefined;
  const statement = declaration.node.type === 'FunctionDeclaration' ? declaration.node : parentOf(declaration.node);
  if (made === undefined || !isFunction(made) || made.generator || statement === undefined || parentOf(statement) !== around.body) return undefined;
  const isAlone = statement.type === 'FunctionDeclaration' || (statement.type === 'VariableDeclaration' && statement.declarations.length === 1);
  return isAlone && endWithComment(script, statement) === statementEnd(script, statement) ? { made, statement } : undefined;
}

/**
 * Gives a name to the object that lives once and that `this` is, where top-level code only makes it: `new App();`, `new App().start();`
 * @returns undefined where no registration uses `this`, or its object has a name
 */
export function withObject(group: readonly Pick<Registration, 'script' | 'call'>[], realm: Realm, turns: Turns): Rewritten | undefined {
  const [{ script, call }] = group as readonly [Registration];
  const [use] = group.flatMap((one) => thisesIn(one.call));
  const holder = use && turns.holderOf(use);
  if (holder === undefined || !holder.instance || isFunction(holder.node) || holder.node.type === 'ObjectExpression' || script.program === undefined || !turns.has(call)) return undefined;
  const made = realm.scripts.flatMap(({ program }) => (program === undefined ? [] : nodesOf(isNew, program).filter((node) => turns.holderOf(node)?.node === holder.node)));
  const [only, ...others] = made;
  if (only?.callee.type !== 'Identifier' || others.length > 0) return undefined;
  const outer = parentOf(only);
  const statement = [...ancestors(only)].find(({ type }) => type === 'ExpressionStatement');
  const isAlone = outer === statement;
  if (statement === undefined || parentOf(statement) !== script.program || statement.start !== only.start || !(isAlone || (isMember(outer) && outer.object === only))) return undefined;
  const { modern } = habitsOf(script);
  const { semicolon } = script.style;
  const lower = only.callee.name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
  const candidates = [lower, `the${only.callee.name}`].filter((name) => !KEYWORDS.test(name) && !GLOBAL_NAMES.test(name));
  const name = freshName(realm.scripts.flatMap(({ program }) => program ?? []), ...candidates);
  const declaration = `${modern ? 'const' : 'var'} ${name} = `;
  const edits = [script.insert(statement.start!, declaration)];
  if (!isAlone) edits.push(script.replace([only, only], `${script.textOf(only)}${semicolon}\n${name}`));
  return { edits, texts: group.map((one) => one.script.textOf(one.call)) };
}

/** The mentions of `this` that a call of its own has, also in arrow functions. */
export function thisesIn(call: Node): readonly Node[] {
  const uses: Node[] = [];
  walk(call, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return false;
    if (node.type === 'ThisExpression') uses.push(node);
    return true;
  });
  return uses;
}

/**
 * Writes the name of an object that lives once for `this`.
 * @returns undefined where no registration uses `this`
 * @throws Refusal where `this` may be another object, or has no name at top level
 */
export function withNames(group: readonly Pick<Registration, 'script' | 'call'>[], realm: Realm, turns: Turns): Rewritten | undefined {
  const edits: Edit[] = [];
  const texts = group.map(({ script, call }) => {
    const uses = thisesIn(call);
    if (uses.length === 0) return script.textOf(call);
    if (wordsOfCall(call).has('arguments') || /#\w|\bsuper\b/.test(script.textOf(call))) throw new Refusal('it uses `this` or `arguments`');
    const name = nameOfThis(uses[0]!, script, realm, turns);
    assertVisible(uses, turns.holderOf(uses[0]!)!, turns);
    const own = uses.map((node) => script.replace(node, name));
    edits.push(...own);
    return own.reduceRight((text, { start, end }) => text.slice(0, start - call.start!) + name + text.slice(end - call.start!), script.textOf(call));
  });
  return edits.length === 0 ? undefined : { edits, texts };
}

/** Refuses members of `this` that TypeScript lets only their class name. */
export function assertVisible(uses: readonly Node[], { node }: Holder, turns: Turns): void {
  const names = uses.flatMap((use) => {
    const parent = parentOf(use);
    return isMember(parent) ? (memberName(parent) ?? []) : [];
  });
  const seen = new Set<Node>();
  for (let cls: Node | undefined = node; (cls?.type === 'ClassDeclaration' || cls?.type === 'ClassExpression') && !seen.has(cls); cls = cls.superClass ? turns.holderOf(cls.superClass)?.node : undefined) {
    seen.add(cls);
    const hidden = cls.body.body.find((member) => (member.type === 'ClassMethod' || member.type === 'ClassProperty') && isHidden(member) && names.includes(keyName(member) ?? ''));
    const fields = cls.body.body.flatMap((member) => (member.type === 'ClassMethod' && member.kind === 'constructor' ? member.params : []));
    const field = fields.find((param) => param.type === 'TSParameterProperty' && isHidden(param) && param.parameter.type === 'Identifier' && names.includes(param.parameter.name));
    if (hidden !== undefined || field !== undefined) throw new Refusal('it uses a private member of its class');
  }
}

function isHidden({ accessibility }: { readonly accessibility?: string | null | undefined }): boolean {
  return accessibility === 'private' || accessibility === 'protected';
}

/** Whether a method is only called on the object of its class or literal, not on a copy of that or one that inherits from it. */
export function isCalledOnlyOn(holder: Holder, method: FunctionNode, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  return seen.has(method) || turns.callersOf(method).every((call) => {
    const callee = unwrap(call.callee as Node);
    if (!isMember(callee) || turns.holderOf(callee.object)?.node !== holder.node) return false;
    const around = unwrap(callee.object).type === 'ThisExpression' ? methodAround(callee) : undefined;
    return around === undefined || isConstructor(around, holder) || isCalledOnlyOn(holder, around, turns, new Set([...seen, method]));
  });
}

/** Whether a function makes the object of a holder. */
export function isConstructor(fn: FunctionNode, holder: Holder): boolean {
  return fn === holder.node || ('kind' in fn && fn.kind === 'constructor');
}

/** The function whose `this` is used at a place. */
export function methodAround(place: Node): FunctionNode | undefined {
  return [...ancestors(place)].find((up): up is FunctionNode => isFunction(up) && up.type !== 'ArrowFunctionExpression');
}

/**
 * The variable that always is what `this` is, in a method that is only called on it: of the top level, or of a function around the method.
 * @throws Refusal where `this` may be another object, or has no name there
 */
export function nameOfThis(node: Node, script: Script, realm: Realm, turns: Turns): string {
  const other = new Refusal('it uses `this`, and which object that is was not found');
  const holder = turns.holderOf(node);
  const method = methodAround(node);
  if (holder === undefined || !holder.instance || isFunction(holder.node) || method === undefined || script.program === undefined) throw other;
  const isHolder = (init: Node | null | undefined): boolean => init != null && turns.holderOf(init)?.node === holder.node;
  const lists = [script.program.body, ...[...ancestors(method)].flatMap((up) => (isFunction(up) && up.body.type === 'BlockStatement' ? [up.body.body] : []))];
  const [name, ...others] = lists.flat().flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declaration?.type === 'VariableDeclaration' ? declaration.declarations.filter(({ id, init }) => (declaration.kind === 'const' || (id.type === 'Identifier' && !isAssigned(id, script, realm))) && init != null && /^(NewExpression|ObjectExpression)$/.test(unwrap(init).type) && isHolder(init)) : [];
  }).map(({ id }) => id);
  if (name?.type !== 'Identifier' || others.length > 0 || script.scopes!.scopeOf(node).lookup(name.name) !== script.binding(name)) throw other;
  for (const one of realm.scripts) {
    if (one.program === undefined) continue;
    walk(one.program, (made) => {
      if (made.type === 'NewExpression' && turns.holderOf(made)?.node === holder.node && parentOf(name) !== parentOf(wrapped(made))) throw other;
      if ((made.type === 'ClassDeclaration' || made.type === 'ClassExpression') && made.superClass && turns.holderOf(made.superClass)?.node === holder.node) throw other;
      return true;
    });
  }
  if (!isCalledOnlyOn(holder, method, turns)) throw other;
  return name.name;
}

function planStraight(group: readonly Registration[], realm: Realm, turns: Turns, used: ReadonlySet<string> = new Set()): Hoisting {
  const [{ script }] = group as readonly [Registration];
  const { extension } = script;
  assertAlone(script);
  for (const registration of group) assertMovable(registration, group, realm, turns);
  const fn = functionOf(group[0]!.call)!;
  const ways = group.map(({ call }) => wayTo(call, realm, turns));
  const [way] = ways as [Way];
  for (const [index, registration] of group.entries()) assertUnheard(registration, ways[index]!, realm, turns);
  const units = unitsOf(group, fn, turns, way.places[1]!);
  const plan = (late: number): Hoisting => gated(extension, moved(units, { ...way, late }, group, realm, turns, used), script, group, realm);
  const near = orRefusal(() => plan(way.late));
  if (!(near instanceof Refusal)) return near;
  const far = way.late === way.functions.length ? near : orRefusal(() => plan(way.functions.length));
  if (far instanceof Refusal) throw near;
  return far;
}
