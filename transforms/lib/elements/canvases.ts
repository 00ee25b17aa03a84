import type * as t from '@babel/types';
import { callOf, functionOf, isCall, isFunction, isMember, isUnused, isWithin, isWritten, memberName, parentOf, siblings, statementOf, stringValue, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { isTest } from '../guarded.ts';
import { commentsBetween, statementEnd, withoutStatements } from '../layout.ts';
import { isNamedElsewhere } from '../named-elsewhere.ts';
import { otherRealmsOf, type Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { turnsOf, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { snippet } from '../words.ts';
import type { Replacing } from './replacing.ts';

/** What a canvas measures that is told no size. */
const WIDTH = '300';
const HEIGHT = '150';

/** What only the context of an element can do. */
const MISSING_METHODS = new Set(['drawFocusIfNeeded', 'scrollPathIntoView']);

/**
 * Has an `OffscreenCanvas` take the place of a canvas element on which nothing is done but drawing.
 * @param construction the call of `createElement`
 * @throws Refusal where other things are done with it
 */
export function offscreenCanvasInstead(realm: Realm, script: Script, construction: Node): Replacing {
  const turns = turnsOf(realm);
  const following = new Following(turns);
  following.canvas(script, construction);
  const { sizes, shown, hasText } = following;
  const folded = foldedSizes(script, construction);
  const [width, height] = [folded?.width ?? WIDTH, folded?.height ?? HEIGHT];
  const gone = [...(folded?.statements ?? []), ...shown.filter(({ script: one }) => one === script).map(({ statement }) => statement)];
  if (shown.some((one) => one.script !== script)) throw new Refusal('another script shows it');
  const [comment] = gone.flatMap((one) => commentsBetween(script, one.start!, statementEnd(script, one)));
  if (comment !== undefined) throw new Refusal('a comment stands in what goes away');
  const edits: Edit[] = [{ file: script.path, start: construction.start!, end: construction.end!, text: `new OffscreenCanvas(${width}, ${height})` }, ...withoutStatements(script, gone)];
  const differences: string[] = [];
  if (sizes.some(({ script: one, node }) => !isSize(one, node, turns))) differences.push('a width or height that is no number, or below 0, is refused with an exception');
  if (hasText && script.extension.originalManifest.value(['background', 'page']) !== undefined) differences.push('text is drawn without the fonts that the page of the background loads');
  return { edits, differences };
}

/** Whether a value is surely one that any canvas takes for its width. */
function isSize(script: Script, node: Node, turns: Turns): boolean {
  const known = evaluate(script, node, turns)?.value;
  return typeof known === 'number' && known >= 0 && known < 2 ** 31;
}

/** What is done with a canvas and its context, through variables and parameters. */
class Following {
  /** What its width and height are set to. */
  readonly sizes: { readonly script: Script; readonly node: Node }[] = [];
  /** Statements that put it into the page, take it out, or dress it. */
  readonly shown: { readonly script: Script; readonly statement: t.Statement }[] = [];
  hasText = false;
  readonly #turns: Turns;
  readonly #seen = new Set<Node>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** @throws Refusal where an expression that is the canvas is used for more than drawing */
  canvas(script: Script, node: Node): void {
    this.#use(script, node, (one, use) => this.canvas(one, use), (member, name) => {
      if (name === 'width' || name === 'height') return this.#size(script, member);
      const call = callOf(member);
      if (name === 'getContext' && isCall(call)) {
        if (stringValue(call.arguments[0]) !== '2d') throw new Refusal(`\`${snippet(script, call)}\` may be no 2D context`);
        return this.#context(script, call);
      }
      if (name === 'remove' && isCall(call) && this.#isShown(script, node, call)) return;
      const up = parentOf(wrapped(member));
      const removal = isMember(up) ? callOf(up) : undefined;
      if (isMember(up) && isCall(removal) && this.#isParent(script, member, memberName(up), removal.arguments[0]) && this.#isShown(script, node, removal)) return;
      if (name === 'style' || name === 'id' || name === 'className') {
        let outer: Node = wrapped(member);
        for (let up = parentOf(outer); isMember(up) && up.object === outer; up = parentOf(outer)) outer = wrapped(up);
        const up = parentOf(outer);
        if (up?.type === 'AssignmentExpression' && up.left === outer && stringValue(up.right) !== undefined && this.#isShown(script, node, up)) return;
      }
      if (name === 'toDataURL' || name === 'toBlob') throw new Refusal(`\`${name}\` is \`convertToBlob\` there, for which code has to wait`);
      throw new Refusal(`\`${snippet(script, call ?? member)}\` has no counterpart`);
    }, (call) => {
      const callee = unwrap(call.callee as Node);
      if (!isMember(callee)) return callee.type === 'Identifier' && callee.name === 'createImageBitmap' && script.binding(callee) === undefined;
      const name = memberName(callee) ?? '';
      if (/^(drawImage|createPattern)$/.test(name) && call.arguments[0] === wrapped(node)) return true;
      const isPlace = /^(window\.)?document\.(body|documentElement|head)$/.test(script.textOf(callee.object)) || this.#isParent(script, callee.object, name, call.arguments[0]);
      return /^(appendChild|append|prepend|removeChild)$/.test(name) && isPlace && call.arguments.length === 1 && this.#isShown(script, node, call);
    });
  }

  #context(script: Script, node: Node): void {
    this.#use(script, node, (one, use) => this.#context(one, use), (member, name) => {
      if (name === undefined || MISSING_METHODS.has(name)) throw new Refusal(`\`${snippet(script, member)}\` has no counterpart`);
      if (name === 'canvas') return this.canvas(script, member);
      this.hasText ||= name === 'font';
    }, () => false);
  }

  /** What follows where a value goes. @param takes whether a call may be given it */
  #use(script: Script, node: Node, follow: (script: Script, use: Node) => void, member: (member: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' }, name: string | undefined) => void, takes: (call: t.CallExpression | t.OptionalCallExpression) => boolean): void {
    if (this.#seen.has(node)) return;
    this.#seen.add(node);
    const outer = wrapped(node);
    const refusal = new Refusal(`\`${snippet(script, statementShown(outer))}\` hands it on`);
    // A type of TypeScript says that it is an element.
    for (let up = node; up !== outer; up = parentOf(up)!) if (/^TS(As|Satisfies|TypeAssertion)/.test(parentOf(up)?.type ?? '')) throw refusal;
    const parent = parentOf(outer);
    if (isTest(node) && parent?.type !== 'LogicalExpression') return;
    if (isMember(parent) && parent.object === outer) return member(parent, memberName(parent));
    if (parent?.type === 'VariableDeclarator' && parent.init === outer && parent.id.type === 'Identifier') {
      const binding = script.binding(parent.id);
      if (binding === undefined || parent.id.typeAnnotation || binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) throw refusal;
      if (isNamedElsewhere(script, binding)) throw new Refusal(`other code may use \`${binding.name}\``);
      if (binding.scope.parent === undefined && parentOf(parentOf(parent)!)?.type === 'ExportNamedDeclaration') throw refusal;
      for (const { node: use } of binding.references) {
        if (/^Export/.test(parentOf(use)?.type ?? '')) throw refusal;
        follow(script, use);
      }
      return;
    }
    if (parent?.type === 'ReturnStatement') {
      for (const call of callsOf(script, functionOf(parent), refusal)) follow(script, call);
      return;
    }
    if (isCall(parent) && parent.callee !== outer) {
      if (takes(parent)) return;
      const index = parent.arguments.indexOf(outer as t.Expression);
      const targets = this.#turns.targetsOf(parent);
      if (otherRealmsOf(script).length > 0 && targets.some((fn) => this.#turns.scriptOf(fn) !== script)) throw new Refusal(`in a page \`${snippet(script, parent)}\` may be other code`);
      if (targets.length === 0 || index === -1 || parent.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')) throw refusal;
      for (const fn of targets) {
        const param = fn.params[index];
        const inside = this.#turns.scriptOf(fn);
        const binding = param?.type === 'Identifier' ? inside.binding(param) : undefined;
        if (!isFunction(fn) || param?.type !== 'Identifier' || param.typeAnnotation || binding === undefined || binding.references.some(({ writes }) => writes) || /\barguments\b/.test(inside.textOf(fn.body))) throw refusal;
        for (const { node: use } of binding.references) follow(inside, use);
      }
      return;
    }
    throw refusal;
  }

  #size(script: Script, member: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' }): void {
    if (!isWritten(member)) return;
    const assignment = parentOf(wrapped(member));
    if (assignment?.type !== 'AssignmentExpression' || assignment.operator !== '=') throw new Refusal(`\`${snippet(script, assignment ?? member)}\` changes its size`);
    let value = unwrap(assignment.right);
    while (value.type === 'AssignmentExpression') value = unwrap(value.right);
    this.sizes.push({ script, node: value });
  }

  /** `canvas.parentNode.removeChild(canvas)` */
  #isParent(script: Script, node: Node, method: string | undefined, removed: Node | undefined): boolean {
    const member = unwrap(node);
    return method === 'removeChild' && isMember(member) && /^parent(Node|Element)$/.test(memberName(member) ?? '') && removed?.type === 'Identifier' && script.textOf(member.object) === removed.name;
  }

  /** Whether an expression is a statement of its own, which can go. */
  #isShown(script: Script, canvas: Node, expression: Node): boolean {
    const statement = parentOf(wrapped(expression));
    if (!isUnused(expression) || statement?.type !== 'ExpressionStatement' || siblings(statement) === undefined) return false;
    if (otherRealmsOf(script).length > 0) throw new Refusal(`pages may show it, too: \`${snippet(script, expression)}\``);
    if (isGiven(script, canvas)) throw new Refusal(`\`${snippet(script, expression)}\` may mean other elements, too`);
    this.shown.push({ script, statement });
    return true;
  }
}

/** Whether an expression is an argument of the function, or a part of one. */
function isGiven(script: Script, node: Node): boolean {
  let root = unwrap(node);
  while (isMember(root)) root = unwrap(root.object);
  return root.type === 'Identifier' && script.binding(root)?.kind === 'param';
}

/** The calls that get what a function returns. @throws Refusal where others may call it */
function callsOf(script: Script, fn: FunctionNode | undefined, refusal: Refusal): readonly Node[] {
  if (fn?.type !== 'FunctionDeclaration' || fn.id == null || fn.async === true || fn.generator === true || fn.returnType || /^Export/.test(parentOf(fn)?.type ?? '')) throw refusal;
  const binding = script.binding(fn.id);
  if (binding === undefined || binding.declarations.length > 1 || isNamedElsewhere(script, binding)) throw refusal;
  return binding.references.map(({ node }) => {
    const call = callOf(node);
    if (!isCall(call)) throw refusal;
    return call;
  });
}

function statementShown(node: Node): Node {
  const parent = parentOf(node);
  return parent !== undefined && (isCall(parent) || isMember(parent) || parent.type === 'ReturnStatement' || parent.type === 'AssignmentExpression') ? parent : node;
}

/** The size that the statements right behind the declaration give to a canvas. */
function foldedSizes(script: Script, construction: Node): { readonly statements: t.Statement[]; readonly width: string | undefined; readonly height: string | undefined } | undefined {
  const declarator = parentOf(wrapped(construction));
  const declaration = declarator && parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declaration?.type !== 'VariableDeclaration' || declaration.declarations.at(-1) !== declarator) return undefined;
  const list = siblings(statementOf(declaration));
  const binding = script.binding(declarator.id);
  if (list === undefined || binding === undefined) return undefined;
  const statements: t.Statement[] = [];
  const found = new Map<string, Node>();
  for (const statement of list.slice(list.indexOf(declaration) + 1)) {
    const names: string[] = [];
    let value = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    for (; value?.type === 'AssignmentExpression' && value.operator === '='; value = unwrap(value.right)) {
      const left = unwrap(value.left);
      const object = isMember(left) ? unwrap(left.object) : undefined;
      const name = isMember(left) ? memberName(left) : undefined;
      if (object?.type !== 'Identifier' || script.binding(object) !== binding || (name !== 'width' && name !== 'height')) break;
      names.push(name);
    }
    if (value === undefined || names.length === 0 || value.type === 'AssignmentExpression' || names.some((name) => found.has(name)) || !isSimple(script, value) || binding.references.some(({ node }) => isWithin(node, value!))) break;
    for (const name of names) found.set(name, value);
    statements.push(statement);
  }
  const text = (name: string): string | undefined => {
    const value = found.get(name);
    return value && script.textOf(value);
  };
  return statements.length === 0 ? undefined : { statements, width: text('width'), height: text('height') };
}

/** Whether a value can be asked for at any time, more than once. */
function isSimple(script: Script, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'NumericLiteral') return true;
  if (inner.type === 'Identifier') return script.binding(inner) !== undefined;
  if (inner.type === 'BinaryExpression') return /^[-+*/]$/.test(inner.operator) && isSimple(script, inner.left) && isSimple(script, inner.right);
  return false;
}
