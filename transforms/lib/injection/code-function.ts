import type * as t from '@babel/types';
import { functionOf, isFunction, isMember, memberName, parentOf, siblings, stringValue, unwrap, walk, wordsOfCall, type FunctionNode, type Node } from '../ast.ts';
import { heldBy, isConstant, refuse, type Refusal } from './injection.ts';
import { freshName, functionText, habitsOf, KEYWORDS, moveLines, movedText } from '../layout.ts';
import { parseScript, type Syntax } from '../parse.ts';
import type { Script } from '../script.ts';
import { kindOf } from '../values/value-kinds.ts';

/** A code string as the function that does the same. */
export interface CodeFunction {
  /** The function, or its name, for a line at this indentation. */
  text(indent: string): string;
  /** The array of its arguments; undefined where it takes none. */
  readonly args: string | undefined;
  /** Whether the function is one that the script has already: the code string only called it. */
  readonly named: boolean;
  /** Whether the values do the same as arguments, whatever they are. */
  readonly exact: boolean;
  /** The expressions that the code was built from. */
  readonly values: readonly Node[];
  /** The names that the code declares in the scope that all injected scripts share, and of those the ones that an earlier run may have set. */
  readonly declares: readonly string[];
  readonly reads: readonly string[];
}

type Piece = { readonly text: string; /** Whether the literal begins a line of the file. */ readonly ownLine?: boolean } | { readonly hole: Node };

/**
 * The function that does what a code string does: its statements as body, its completion value returned where it is used, the values that
 * were put into it as parameters. Refuses code that only exists at run time, holes that are code, and what means something else in a function.
 * @param used whether anybody looks at the result
 * @param place where the function will stand
 * @param shared declared names that other injected scripts use: they become properties of the global object where they are simple variables
 */
export function functionOfCode(script: Script, code: Node, used: boolean, place: Node, shared: readonly string[] = []): CodeFunction | Refusal {
  const pieces = piecesOf(script, code);
  const fn = functionOfPieces(script, code, pieces, used, place, shared);
  if (!('refused' in fn) || fn.refused !== 'code-hole') return fn;
  // A constant string that does not stand for a value is a part of the code.
  const inlined = pieces.map((piece) => ('hole' in piece ? constantPiece(script, piece) : piece));
  return inlined.every((piece, index) => piece === pieces[index]) ? fn : functionOfPieces(script, code, inlined, used, place, shared);
}

function constantPiece(script: Script, piece: Piece & { readonly hole: Node }): Piece {
  const text = stringValue(heldBy(script, piece.hole)?.value);
  return text === undefined ? piece : { text };
}

function functionOfPieces(script: Script, code: Node, pieces: readonly Piece[], used: boolean, place: Node, shared: readonly string[]): CodeFunction | Refusal {
  if (pieces.some((piece) => 'hole' in piece) && !pieces.some((piece) => 'text' in piece && piece.text.trim() !== '')) return refuse('dynamic-code', { what: script.textOf(code) });
  const holes = pieces.flatMap((piece) => ('hole' in piece ? [piece.hole] : []));
  const plain = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
  let mark = '$hole';
  while (plain.includes(mark)) mark += '$';
  let index = 0;
  const parts = pieces.map((piece) => ('text' in piece ? piece.text : `${mark}${index++}_`));
  const { source, syntax } = parseCode(parts, pieces);
  if (!('program' in syntax)) {
    const [hole] = holes;
    return hole ? refuse('code-hole', { what: script.textOf(hole) }) : refuse('code-syntax', { what: syntax.message });
  }
  const fault = faultOf(script, syntax, source, place);
  if (fault !== undefined) return refuse('code-syntax', { what: fault });
  const placed = placeHoles(script, syntax.program, holes, (name) => (name.startsWith(mark) && name.endsWith('_') ? Number(name.slice(mark.length, -1)) : undefined), new RegExp(`${mark.replaceAll('$', '\\$')}(\\d+)_`, 'g'));
  if ('refused' in placed) return placed;
  const clash = [...syntax.scopes.globals.keys()].find((name) => !name.startsWith(mark) && script.scopes!.scopeOf(place).lookup(name));
  if (clash !== undefined) return refuse('name-clash', { what: clash });
  return new Writer(script, source, syntax, placed, used, shared).write();
}

/** The parsed code. Strings that stood on lines of their own in the file stay on lines of their own, where that means the same. */
function parseCode(parts: readonly string[], pieces: readonly Piece[]): { readonly source: string; readonly syntax: ReturnType<typeof parseScript> } {
  const source = parts.join('');
  const syntax = parseScript(source, 'code.js');
  const broken = parts.map((part, index) => ('text' in pieces[index]! && pieces[index].ownLine && !part.endsWith('\n') ? `\n${part}` : part)).join('').replace(/^\n/, '');
  if (!('program' in syntax) || broken === source) return { source, syntax };
  const other = parseScript(broken, 'code.js');
  return 'program' in other && meaning(other.program) === meaning(syntax.program) ? { source: broken, syntax: other } : { source, syntax };
}

/** A tree without its positions and links. */
function meaning(program: t.Program): string {
  return JSON.stringify(program, (key, value: unknown) => (/^(parent|next|firstChild|start|end|loc|range)$/.test(key) ? undefined : value));
}

// ---- the string

/** A code string taken apart into its literal text and the expressions in it. */
function piecesOf(script: Script, node: Node): Piece[] {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'StringLiteral':
      return [{ text: inner.value, ownLine: script.indentAt(inner.start!).length === inner.start! - script.file.text.lastIndexOf('\n', inner.start!) - 1 }];
    case 'TemplateLiteral':
      return inner.quasis.flatMap((quasi, index) => {
        const text = { text: quasi.value.cooked ?? '' };
        const expression = inner.expressions[index] as Node | undefined;
        return expression ? [text, ...piecesOf(script, expression)] : [text];
      });
    case 'BinaryExpression': {
      if (inner.operator !== '+') break;
      const left = piecesOf(script, inner.left);
      const right = piecesOf(script, inner.right);
      // Of two values, + may add numbers.
      if (isText(left) || isText(right)) return [...left, ...right];
      break;
    }
    case 'CallExpression': {
      const callee = unwrap(inner.callee);
      const list = isMember(callee) && memberName(callee) === 'join' ? unwrap(callee.object) : undefined;
      const separator = inner.arguments[0] ? piecesOf(script, inner.arguments[0]) : [];
      if (list?.type !== 'ArrayExpression' || separator.length !== 1 || !isText(separator)) break;
      const elements = list.elements.map((element) => (element === null || element.type === 'SpreadElement' ? undefined : piecesOf(script, element)));
      if (elements.every((element) => element !== undefined)) return elements.flatMap((element, index) => (index === 0 ? element : [...separator, ...element]));
      break;
    }
    default:
  }
  return [{ hole: inner }];
}

function isText(pieces: readonly Piece[]): boolean {
  return pieces.length > 1 || pieces.some((piece) => 'text' in piece);
}

/** What keeps code from being a function's body, in words. */
function faultOf(script: Script, { program }: Syntax, source: string, place: Node): string | undefined {
  if (program.sourceType === 'module') return 'it is a module';
  let fault: string | undefined;
  walk(program, (node) => {
    if (fault !== undefined) return false;
    const fn = functionOf(node);
    if (node.type === 'ReturnStatement' && fn === undefined) fault = 'it has a `return` outside a function';
    if ((node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) && fn === undefined) fault = 'it has an `await` outside a function';
    if (node.type === 'Identifier' && node.name === 'arguments' && !isInOrdinaryFunction(node)) fault = 'it uses `arguments` outside a function';
    return true;
  });
  if (fault !== undefined) return fault;
  if (isStrict(script, place) && !('program' in parseScript(`'use strict';${source}`, 'code.js'))) return 'it is not valid in strict mode, which this file is in';
  return undefined;
}

function isInOrdinaryFunction(node: Node): boolean {
  for (let fn = functionOf(node); fn !== undefined; fn = functionOf(fn)) if (fn.type !== 'ArrowFunctionExpression') return true;
  return false;
}

function isStrict(script: Script, place: Node): boolean {
  if (script.isModule) return true;
  const strict = (directives: readonly t.Directive[]): boolean => directives.some(({ value }) => value.value === 'use strict');
  for (let fn = functionOf(place); fn !== undefined; fn = functionOf(fn)) if (fn.body.type === 'BlockStatement' && strict(fn.body.directives)) return true;
  return strict(script.program!.directives);
}

// ---- the holes

interface Hole {
  readonly value: Node;
  /** What stands in for it in the code: a name, a whole string literal, or a piece of one. */
  readonly node: t.Identifier | t.StringLiteral | t.TemplateElement;
  /** The code of the argument. */
  readonly argument: string;
  readonly name: string;
  readonly exact: boolean;
  /** Set where the value is a function that the code calls. */
  readonly fn: FunctionNode | t.Identifier | undefined;
}

interface Placed {
  readonly holes: readonly Hole[];
  readonly pattern: RegExp;
}

/** Finds each hole in the parsed code, and what it can be there. */
function placeHoles(script: Script, program: t.Program, values: readonly Node[], indexOf: (name: string) => number | undefined, pattern: RegExp): Placed | Refusal {
  const nodes: (Hole['node'] | undefined)[] = values.map(() => undefined);
  const put = (index: number, node: Hole['node']): void => {
    nodes[index] = node;
  };
  walk(program, (node) => {
    if (node.type === 'Identifier') {
      const index = indexOf(node.name);
      if (index !== undefined && isExpression(node)) put(index, node);
    } else if (node.type === 'StringLiteral' && !isKey(node)) {
      for (const [, index] of node.value.matchAll(pattern)) put(Number(index), node);
    } else if (node.type === 'TemplateElement') {
      for (const [, index] of node.value.raw.matchAll(pattern)) put(Number(index), node);
    }
  });
  const holes: Hole[] = [];
  for (const [index, value] of values.entries()) {
    const node = nodes[index];
    if (node === undefined) return refuse('code-hole', { what: script.textOf(value) });
    const hole = node.type === 'Identifier' ? expressionHole(script, value, node) : textHole(script, value, node, pattern);
    if ('refused' in hole) return hole;
    const earlier = holes.find(({ argument }) => argument === hole.argument);
    holes.push({ ...hole, node, value, name: hole.fn ? '' : (earlier?.name ?? parameterName(program, value, holes)) });
  }
  return { holes, pattern };
}

function isExpression(id: t.Identifier): boolean {
  const parent = parentOf(id);
  switch (parent?.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === id || parent.computed;
    case 'ObjectProperty':
      return parent.value === id && !parent.shorthand && parentOf(parent)?.type === 'ObjectExpression';
    case 'VariableDeclarator':
      return parent.init === id;
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === id;
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.right === id;
    case 'ArrowFunctionExpression':
      return parent.body === id;
    case 'UnaryExpression':
      return parent.operator !== 'delete';
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
    case 'ArrayExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'ReturnStatement':
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'SpreadElement':
    case 'SequenceExpression':
    case 'TemplateLiteral':
    case 'ThrowStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
    case 'WhileStatement':
    case 'ForStatement':
      return true;
    default:
      return false;
  }
}

/** Whether a string names a property or a module: no place for a parameter. */
function isKey(node: t.StringLiteral): boolean {
  const parent = parentOf(node);
  return (parent?.type === 'ObjectProperty' || parent?.type === 'ObjectMethod' || parent?.type === 'ClassMethod' || parent?.type === 'ClassProperty') && parent.key === node && !parent.computed;
}

/** A hole where an expression stands: JSON text, a number, a boolean, or a function that is called. Any other text is code. */
function expressionHole(script: Script, value: Node, node: t.Identifier): Pick<Hole, 'argument' | 'exact' | 'fn'> | Refusal {
  const call = parentOf(node);
  const fn = call?.type === 'CallExpression' && call.callee === node ? functionIn(script, value) : undefined;
  if (fn) return { argument: '', exact: true, fn };
  const json = jsonArgument(script, value);
  if (json) return { argument: textAsArgument(script, json), exact: kindOf(script, json) !== undefined, fn };
  const kind = kindOf(script, value);
  if (kind === 'number' || kind === 'boolean') return { argument: textAsArgument(script, value), exact: true, fn };
  return refuse('code-hole', { what: script.textOf(value) });
}

/** A hole inside a string of the code. */
function textHole(script: Script, value: Node, node: t.StringLiteral | t.TemplateElement, pattern: RegExp): Pick<Hole, 'argument' | 'exact' | 'fn'> | Refusal {
  if (node.type === 'StringLiteral' && /\\[0-9]/.test(String(node.extra?.['raw']))) return refuse('code-hole', { what: script.textOf(value) });
  if (isEscaped(script, value)) return refuse('code-escaped', { what: script.textOf(value) });
  const kind = kindOf(script, value);
  const whole = node.type === 'StringLiteral' && node.value.replace(pattern, '') === '' && node.value.match(pattern)!.length === 1;
  const kept = kind === 'string' || (!whole && (kind === 'number' || kind === 'boolean'));
  const text = textAsArgument(script, value);
  return { argument: kept ? text : `String(${text})`, exact: kind === 'number' || kind === 'boolean' || isHarmless(script, value), fn: undefined };
}

/** Whether a value was given backslashes for the string literal that it stands in: as an argument it would keep them. */
function isEscaped(script: Script, value: Node): boolean {
  const inner = unwrap(heldBy(script, value)?.value ?? value);
  let found = false;
  walk(inner, (node) => {
    if (node.type !== 'CallExpression') return;
    const callee = unwrap(node.callee);
    const name = callee.type === 'Identifier' ? callee.name : isMember(callee) ? memberName(callee) ?? '' : '';
    if (/escap|quote|slash/i.test(name) && !/^(un)?escape$|html|xml|uri/i.test(name)) found = true;
    if (addsBackslashes(node) || (callee.type === 'Identifier' && script.binding(callee)?.declarations.some((own) => hasBackslashes(own.init)))) found = true;
  });
  return found;
}

/** `text.replace(/"/g, '\\"')` */
function addsBackslashes({ callee, arguments: [, by] }: t.CallExpression): boolean {
  return isMember(callee) && /^replace(All)?$/.test(memberName(callee) ?? '') && by !== undefined && (stringValue(by)?.includes('\\') ?? false);
}

function hasBackslashes(fn: Node | null | undefined): boolean {
  let found = false;
  if (fn && isFunction(unwrap(fn))) walk(fn, (node) => void (found ||= node.type === 'CallExpression' && addsBackslashes(node)));
  return found;
}

/** Whether a text has neither quotes nor backslashes nor line breaks, so that it means the same in a string literal and as a value. */
function isHarmless(script: Script, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'StringLiteral') return /^[^'"`\\\n\r$]*$/.test(inner.value);
  if (inner.type === 'CallExpression' && inner.callee.type === 'Identifier' && /^(escape|btoa)$/.test(inner.callee.name)) return true;
  if (inner.type === 'CallExpression' && script.api(inner.callee)?.names.join('.') === 'runtime.getURL') return inner.arguments[0] !== undefined && isHarmless(script, inner.arguments[0]);
  const held = heldBy(script, inner);
  return held !== undefined && held.value.type === 'StringLiteral' && isHarmless(script, held.value);
}

function jsonArgument(script: Script, value: Node): Node | undefined {
  const inner = unwrap(value);
  return inner.type === 'CallExpression' && script.textOf(inner.callee) === 'JSON.stringify' && inner.arguments.length === 1 && inner.arguments[0]!.type !== 'SpreadElement'
    ? inner.arguments[0] : undefined;
}

/** The function that a value is or names; its text is what the code string holds of it. */
function functionIn(script: Script, value: Node): Hole['fn'] {
  let inner = unwrap(value);
  if (inner.type === 'CallExpression' && inner.arguments.length === 0 && isMember(inner.callee) && memberName(inner.callee) === 'toString') inner = unwrap(inner.callee.object);
  if ((inner.type === 'FunctionExpression' || inner.type === 'ArrowFunctionExpression') && !inner.generator) return inner;
  if (inner.type !== 'Identifier') return undefined;
  const binding = script.binding(inner);
  const [declaration] = binding?.declarations ?? [];
  const fn = declaration?.init && unwrap(declaration.init);
  return binding && isConstant(binding) && declaration?.keys?.length === 0 && isFunction(fn) && !fn.generator && fn.type !== 'ClassMethod' ? inner : undefined;
}

function textAsArgument(script: Script, node: Node): string {
  const inner = unwrap(node);
  return inner.type === 'SequenceExpression' ? `(${script.textOf(inner)})` : script.textOf(inner);
}

/** A parameter's name: the variable's or the property's own where the code does not use it. */
function parameterName(program: t.Program, value: Node, holes: readonly Hole[]): string {
  let inner = unwrap(value);
  while (inner.type === 'CallExpression' && inner.arguments.length === 1) inner = unwrap(inner.arguments[0]!);
  const name = inner.type === 'Identifier' ? inner.name : isMember(inner) ? memberName(inner) : undefined;
  const candidates = [...(name !== undefined && /^[A-Za-z_$][\w$]*$/.test(name) && !KEYWORDS.test(name) ? [name] : []), 'value', 'other'];
  const taken = new Set(holes.map((hole) => hole.name));
  return freshName(program, ...candidates.filter((one) => !taken.has(one)), ...Array.from({ length: 20 }, (_, index) => `value${index + 2}`).filter((one) => !taken.has(one)));
}

// ---- the function

class Writer {
  readonly #script: Script;
  readonly #source: string;
  readonly #syntax: Syntax;
  readonly #holes: readonly Hole[];
  readonly #pattern: RegExp;
  readonly #used: boolean;
  readonly #global = new Set<string>();
  readonly #changes: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(script: Script, source: string, syntax: Syntax, { holes, pattern }: Placed, used: boolean, shared: readonly string[]) {
    this.#script = script;
    this.#source = source;
    this.#syntax = syntax;
    this.#holes = holes;
    this.#pattern = pattern;
    this.#used = used;
    walk(syntax.program, (node) => {
      if (node.type === 'StringLiteral' || node.type === 'TemplateElement') this.#rewriteText(node);
    });
    for (const { node, name } of holes) if (node.type === 'Identifier') this.#change(node.start!, node.end!, name);
    for (const name of shared) this.#makeGlobal(name);
  }

  /** `var x = 1` for the scripts that come later is `globalThis.x = 1` in a function. */
  #makeGlobal(name: string): void {
    const { program, scopes } = this.#syntax;
    const [declaration, second] = scopes.program.bindings.get(name)?.declarations ?? [];
    const statement = declaration && parentOf(declaration.node);
    if (second || statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1 || parentOf(statement) !== program || declaration?.node.type !== 'VariableDeclarator' || !declaration.init || declaration.keys?.length !== 0) return;
    this.#change(statement.start!, declaration.id.end!, `globalThis.${name}`);
    this.#global.add(name);
  }

  write(): CodeFunction | Refusal {
    const { program } = this.#syntax;
    const statements = program.body.filter((statement) => statement.type !== 'EmptyStatement');
    // Code like 'true' only asks whether the page can be injected into.
    if (!this.#used && !program.directives.length && !this.#syntax.comments.length && statements.every((statement) => statement.type === 'ExpressionStatement' && isJson(statement.expression))) {
      return { text: (indent) => functionText(this.#script, [], '', indent), args: undefined, named: false, exact: true, values: [], declares: [], reads: [] };
    }
    const [only] = statements;
    const single = statements.length === 1 && only?.type === 'ExpressionStatement' && program.directives.length === 0 ? only : undefined;
    const called = single && this.#calledFunction(single);
    if (called) return called;
    if (this.#holes.some(({ fn }) => fn)) return refuse('code-hole', { what: this.#script.textOf(this.#holes.find(({ fn }) => fn)!.value) });
    const results = this.#used ? completionsOf(statements.at(-1)) : [];
    if (results === undefined) return refuse('completion-value');
    const declared = declarationsOf(this.#syntax);
    if ('refused' in declared) return declared;
    const parameters = [...new Set(this.#holes.map(({ name }) => name))];
    const args = [...new Map(this.#holes.map(({ name, argument }) => [name, argument])).values()];
    const asExpression = single && this.#syntax.comments.length === 0 && (this.#used || !isEffect(single.expression)) && habitsOf(this.#script).modern;
    const needsThis = wordsOfCall(program).has('this');
    return {
      text: (indent) => (asExpression && !needsThis
        ? this.#expressionFunction(single, parameters, indent)
        : functionText(this.#script, parameters, this.#body(statements, results, indent + this.#script.style.indent), indent, needsThis)),
      args: args.length > 0 ? `[${args.join(', ')}]` : undefined,
      named: false,
      exact: this.#holes.every(({ exact }) => exact),
      values: this.#holes.map(({ value }) => value),
      declares: declared.declares.filter((name) => !this.#global.has(name)),
      reads: declared.reads,
    };
  }

  /** Code that only calls a function is that function: `(function () {...})()`, `(${fn})(${JSON.stringify(x)})`. */
  #calledFunction({ expression }: t.ExpressionStatement): CodeFunction | undefined {
    const call = unwrap(expression);
    if (call.type !== 'CallExpression') return undefined;
    const callee = unwrap(call.callee);
    const viaCall = isMember(callee) && memberName(callee) === 'call' && call.arguments.length === 1 && call.arguments[0]!.type === 'ThisExpression';
    const target = viaCall ? unwrap(callee.object) : callee;
    const hole = this.#holes.find(({ node, fn }) => fn && node === target);
    const fn = hole ? undefined : target;
    if (!hole && ((fn?.type !== 'FunctionExpression' && fn?.type !== 'ArrowFunctionExpression') || fn.generator)) return undefined;
    if (this.#syntax.comments.some(({ start, end }) => !fn || start! < fn.start! || end! > fn.end!)) return undefined;
    const values = viaCall ? [] : call.arguments;
    const inside = fn ? this.#holes.filter(({ node }) => node.start! >= fn.start! && node.end! <= fn.end!) : [];
    if (inside.length > 0 && (!isFunction(fn) || fn.params.length > 0 || values.length > 0)) return undefined;
    if (inside.length > 0) {
      const open = this.#source.indexOf('(', 'id' in fn! && fn.id ? fn.id.end! : fn!.start!);
      this.#change(open + 1, open + 1, [...new Set(inside.map(({ name }) => name))].join(', '));
    }
    const [first] = values;
    const spread = values.length === 1 && first?.type === 'SpreadElement' ? this.#holes.find(({ node }) => node === first.argument) : undefined;
    const args = spread ? spread.argument
      : inside.length > 0 ? `[${[...new Map(inside.map(({ name, argument }) => [name, argument])).values()].join(', ')}]`
      : values.length === 0 ? undefined : this.#literalArguments(values);
    if (values.length > 0 && args === undefined) return undefined;
    return {
      text: (indent) => (hole ? this.#functionHole(hole, indent) : this.#moved(fn!, indent)),
      args,
      named: hole?.fn?.type === 'Identifier',
      exact: this.#holes.every(({ exact }) => exact),
      values: this.#holes.map(({ value }) => value),
      declares: [],
      reads: [],
    };
  }

  #functionHole({ fn }: Hole, indent: string): string {
    return fn!.type === 'Identifier' ? fn!.name : movedText(this.#script, fn!, indent);
  }

  /** The arguments of the call in the code as an array, where each is a literal or a hole. */
  #literalArguments(values: t.CallExpression['arguments']): string | undefined {
    const texts = values.map((value) => {
      const inner = unwrap(value);
      const hole = this.#holes.find(({ node }) => node === inner);
      if (hole) return inner.type === 'StringLiteral' && inner.value.replace(this.#pattern, '') !== '' ? undefined : hole.argument;
      return isJson(inner) && !this.#holes.some(({ node }) => node.start! >= inner.start! && node.end! <= inner.end!) ? this.#render(inner.start!, inner.end!) : undefined;
    });
    return texts.includes(undefined) ? undefined : `[${texts.join(', ')}]`;
  }

  #expressionFunction(statement: t.ExpressionStatement, parameters: readonly string[], indent: string): string {
    const { parenthesised } = habitsOf(this.#script);
    const [only = ''] = parameters;
    const list = parameters.length === 1 && !parenthesised ? only : `(${parameters.join(', ')})`;
    const end = /;?\s*$/.exec(this.#source.slice(0, statement.end!))!.index;
    const text = moveLines(this.#render(statement.start!, end), statement.start!, statement, this.#indentOf(statement), indent);
    return `${list} => ${statement.expression.type === 'SequenceExpression' && statement.expression.extra?.['parenthesized'] !== true ? `(${text})` : text}`;
  }

  /** The statements on lines of their own, of which some return what they come to. */
  #body(statements: readonly t.Statement[], results: readonly t.ExpressionStatement[], indent: string): string {
    const source = this.#source;
    const start = source.search(/\S/);
    if (start === -1) return '';
    const end = source.trimEnd().length;
    const base = this.#indentOf({ start } as Node);
    const last = statements.at(-1);
    const changes = [...this.#changes];
    const all: readonly Node[] = [...this.#syntax.program.directives, ...this.#syntax.program.body];
    for (const [index, statement] of all.entries()) {
      const next = all[index + 1];
      if (next && /^[ \t]+$|^$/.test(source.slice(statement.end!, next.start!)) && next.type !== 'EmptyStatement') changes.push({ start: statement.end!, end: next.start!, text: `\n${base}` });
    }
    for (const { start: at } of results) changes.push({ start: at!, end: at!, text: 'return ' });
    if (last && this.#script.style.semicolon === ';' && /^(Expression|Throw|DoWhile)Statement$|^VariableDeclaration$/.test(last.type) && source[last.end! - 1] !== ';') changes.push({ start: last.end!, end: last.end!, text: ';' });
    const text = render(source, start, end, changes);
    // The lines were moved in the code as it stood: parse what is left of it again to find the template literals.
    const syntax = parseScript(text, 'code.js');
    return indent + moveLines(text, 0, 'program' in syntax ? syntax.program : this.#syntax.program, base, indent);
  }

  #moved(node: Node, indent: string): string {
    const text = this.#render(node.start!, node.end!);
    const lastLine = this.#source.lastIndexOf('\n', node.end!) + 1;
    const from = /^[ \t]*/.exec(this.#source.slice(lastLine))![0];
    const syntax = parseScript(`(${text})`, 'code.js');
    return 'program' in syntax ? moveLines(text, 1, syntax.program, from, indent) : text;
  }

  /** The indentation of the code: of its first line, or where that begins in the middle of one, the least of the others. */
  #indentOf(node: Node): string {
    const line = this.#source.lastIndexOf('\n', node.start! - 1) + 1;
    const before = this.#source.slice(line, node.start!);
    if (line > 0 && before.trim() === '') return before;
    const others = this.#source.slice(node.start!).split('\n').slice(1).filter((text) => text.trim() !== '').map((text) => /^[ \t]*/.exec(text)![0]);
    return others.sort((a, b) => a.length - b.length)[0] ?? '';
  }

  #render(start: number, end: number): string {
    return render(this.#source, start, end, this.#changes);
  }

  #change(start: number, end: number, text: string): void {
    this.#changes.push({ start, end, text });
  }

  /** A string of the code with its holes: the parameter itself, or a template literal; in the file's quotes. */
  #rewriteText(node: t.StringLiteral | t.TemplateElement): void {
    const raw = this.#source.slice(node.start!, node.end!);
    const nameOf = (index: string): string => this.#holes[Number(index)]!.name;
    if (node.type === 'TemplateElement') {
      if (raw.search(this.#pattern) !== -1) this.#change(node.start!, node.end!, raw.replace(this.#pattern, (_, index: string) => `\${${nameOf(index)}}`));
      return;
    }
    const holes = [...node.value.matchAll(this.#pattern)];
    const { quote } = this.#script.style;
    if (holes.length === 0) {
      if (raw[0] !== quote && !/['"\\\n]/.test(node.value) && /^['"]/.test(raw)) this.#change(node.start!, node.end!, `${quote}${node.value}${quote}`);
    } else if (holes.length === 1 && holes[0]![0] === node.value) {
      this.#change(node.start!, node.end!, nameOf(holes[0]![1]!));
    } else {
      const text = raw.slice(1, -1).replace(/`|\$\{/g, '\\$&').replace(this.#pattern, (_, index: string) => `\${${nameOf(index)}}`);
      this.#change(node.start!, node.end!, `\`${text}\``);
    }
  }
}

function render(source: string, start: number, end: number, changes: readonly { readonly start: number; readonly end: number; readonly text: string }[]): string {
  let text = '';
  let at = start;
  for (const change of [...changes].filter((one) => one.start >= start && one.end <= end).sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += source.slice(at, change.start) + change.text;
    at = change.end;
  }
  return text + source.slice(at, end);
}

function isJson(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
      return true;
    case 'ArrayExpression':
      return inner.elements.every((element) => element !== null && isJson(element));
    case 'ObjectExpression':
      return inner.properties.every((member) => member.type === 'ObjectProperty' && !member.computed && isJson(member.value));
    default:
      return false;
  }
}

/**
 * The statements of which one gives the value that code ends with, where it ends with the given one.
 * Undefined where none of them may: a loop, a declaration, an empty block have the value of what was before.
 * @see https://tc39.es/ecma262/#sec-updateempty
 */
function completionsOf(last: t.Statement | null | undefined, isBranch = false): readonly t.ExpressionStatement[] | undefined {
  switch (last?.type) {
    case 'ExpressionStatement': return [last];
    case 'ThrowStatement': return [];
    case 'BlockStatement': {
      const inner = last.body.filter(({ type }) => type !== 'EmptyStatement').at(-1);
      return inner === undefined && isBranch ? [] : completionsOf(inner);
    }
    case 'IfStatement': return allOf([last.consequent, last.alternate ?? []].flat());
    case 'TryStatement': return allOf([last.block, last.handler?.body ?? []].flat());
    default: return undefined;
  }
}

/** A branch that does nothing comes to nothing. */
function allOf(branches: readonly t.Statement[]): readonly t.ExpressionStatement[] | undefined {
  const found = branches.map((branch) => completionsOf(branch, true));
  return found.includes(undefined) ? undefined : found.flatMap((one) => one!);
}

/** An expression that is written for what it does: nobody returns an assignment. */
function isEffect(node: Node): boolean {
  const inner = unwrap(node);
  return inner.type === 'AssignmentExpression' || inner.type === 'UpdateExpression' || inner.type === 'SequenceExpression' ||
    (inner.type === 'UnaryExpression' && /^(delete|void)$/.test(inner.operator)) || (inner.type === 'LogicalExpression' && isEffect(inner.right));
}

/** The names that code declares at its top level. Refuses a declaration that could find the value of an earlier run, as `var count = count || 0`. */
function declarationsOf({ program, scopes }: Syntax): { readonly declares: readonly string[]; readonly reads: readonly string[] } | Refusal {
  const declares = [...scopes.program.bindings.keys()];
  const reads: string[] = [];
  for (const binding of scopes.program.bindings.values()) {
    for (const { node, init } of binding.declarations) {
      const direct = parentOf(node.type === 'VariableDeclarator' ? parentOf(node)! : node) === program;
      const inLoop = parentOf(parentOf(node)!)?.type.startsWith('For') === true;
      const own = init && binding.references.some(({ node: use }) => use.start! >= init.start! && use.end! <= init.end! && functionOf(use) === undefined);
      const asked = binding.references.some(({ node: use }) => use.start! < node.start! && binding.kind !== 'function') ||
        binding.references.some(({ node: use }) => parentOf(use)?.type === 'UnaryExpression' && (parentOf(use) as t.UnaryExpression).operator === 'typeof');
      const fresh = (direct && (init !== undefined || binding.kind !== 'var')) || inLoop;
      if (binding.kind !== 'class' && (!fresh || own || asked)) reads.push(binding.name);
    }
  }
  return { declares, reads: [...new Set(reads)] };
}

/** The declaration statement of a variable that nothing else needs, to be taken away whole. */
export function statementToRemove(declarator: Node): Node | undefined {
  const declaration = parentOf(declarator);
  return declaration?.type === 'VariableDeclaration' && declaration.declarations.length === 1 && siblings(declaration) ? declaration : undefined;
}
