import type * as t from '@babel/types';
import { functionOf, isMember, isWithin, isWritten, keyName, memberName, parentOf, siblings, unwrap, wrapped, type Node } from '../ast.ts';
import { isInLoop } from '../control-flow.ts';
import { commentsBetween, freshName, rangeOf, statementEnd } from '../layout.ts';
import { isNamedElsewhere } from '../named-elsewhere.ts';
import { Refusal } from '../refusal.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import { snippet } from '../words.ts';
import type { Replacing } from './replacing.ts';

/** What a link gives for its parts where its address is none; a `URL` is not made of such an address. */
const PARTS: Readonly<Record<string, string>> = { protocol: ':', hostname: '', host: '', port: '', pathname: '', search: '', hash: '', origin: '', username: '', password: '' };

/**
 * Has a `URL` take an address apart where a link element did.
 * @param construction the call of `createElement`
 * @throws Refusal where the element is used for more than that
 */
export function urlInstead(script: Script, construction: Node): Replacing {
  const declarator = parentOf(wrapped(construction));
  const declaration = declarator && parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier' || declaration?.type !== 'VariableDeclaration') throw new Refusal('it is not the value of a variable of its own');
  const { name } = declarator.id;
  const list = siblings(declaration);
  const binding = script.binding(declarator.id);
  if (binding === undefined || list === undefined || declaration.declarations.length > 1 || declarator.id.typeAnnotation) throw new Refusal(`\`${name}\` is not declared alone`);
  if (isNamedElsewhere(script, binding)) throw new Refusal(`other code may use \`${name}\``);
  if (declaration.kind === 'var' && isInLoop(declaration)) throw new Refusal(`all rounds of the loop share \`${name}\``);
  if (binding.declarations.length > 1 || binding.references.some(({ writes }) => writes)) throw new Refusal(`\`${name}\` is given more than one value`);
  const index = list.indexOf(declaration);
  const { statement, value } = addressGiven(script, binding, list[index + 1]);
  const block = parentOf(declaration)!;
  const uses = binding.references.map(({ node }) => node).filter((node) => !isWithin(node, statement));
  const reads = uses.flatMap((node) => readsAt(script, node));
  const stray = uses.find((node) => node.start! < statement.end! || !isWithin(node, block));
  if (stray !== undefined) throw new Refusal(`\`${name}\` is used outside of where it is declared`);
  const last = list[index + 2];
  const isReturned = last?.type === 'ReturnStatement' && reads.length === 1 && last.argument != null && unwrap(last.argument) === reads[0]!.member;
  const [start, end] = [declaration.start!, statementEnd(script, isReturned ? last : statement)];
  const [comment] = commentsBetween(script, start, end);
  if (comment !== undefined) throw new Refusal(`a comment stands in what goes away: \`${script.slice(comment.start!, Math.min(comment.end!, comment.start! + 40)).split('\n')[0]!}\``);
  const { semicolon, indent: unit } = script.style;
  const indent = script.indentAt(start);
  const lines: string[] = [];
  let address = script.slice(...rangeOf(script, value));
  if (!isAtHand(script, value)) {
    const fn = functionOf(declaration);
    const given = fn || script.isModule ? freshName(fn ?? script.program!, 'address', 'url', 'given') : freshName(programsBeside(script), `${name}Address`);
    lines.push(`const ${given} = ${address}${semicolon}`);
    address = given;
  }
  const url = `new URL(${address}, location.origin)`;
  if (isReturned) {
    const { part } = reads[0]!;
    lines.push('try {', `${unit}return ${url}.${part}${semicolon}`, '} catch {', `${unit}return ${script.quote(PARTS[part]!)}${semicolon}`, '}');
  } else {
    const names = [...new Set(reads.map(({ part }) => part))];
    const none = names.map((part) => `${part}: ${script.quote(PARTS[part]!)}`).join(', ');
    lines.push(`let ${name} = { ${none} }${semicolon}`, 'try {', `${unit}${name} = ${url}${semicolon}`, '} catch {', `${unit}// What is no address has no parts.`, '}');
  }
  const differences = reads.some(({ part }) => part === 'pathname') ? ['the path of an address without a host begins at the root of the extension, no longer at the page of the background'] : [];
  return { edits: [{ file: script.path, start, end, text: lines.join(`\n${indent}`) }], differences };
}

/** The statement that gives the link its address. @throws Refusal where it does not come first */
function addressGiven(script: Script, binding: Binding, statement: Node | undefined): { readonly statement: t.ExpressionStatement; readonly value: Node } {
  const assignment = statement?.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  const target = assignment?.type === 'AssignmentExpression' && assignment.operator === '=' ? unwrap(assignment.left) : undefined;
  const object = isMember(target) && memberName(target) === 'href' ? unwrap(target.object) : undefined;
  if (statement?.type !== 'ExpressionStatement' || assignment?.type !== 'AssignmentExpression' || object?.type !== 'Identifier' || script.binding(object) !== binding) throw new Refusal(`\`${binding.name}\` is not given its address first`);
  const isOwn = binding.references.some(({ node }) => isWithin(node, assignment.right));
  if (isOwn) throw new Refusal(`\`${snippet(script, assignment)}\` uses it`);
  return { statement, value: assignment.right };
}

/** @throws Refusal where the element is not only asked for parts of its address */
function readsAt(script: Script, node: Node): readonly { readonly member: Node; readonly part: string }[] {
  const member = parentOf(wrapped(node));
  const refusal = new Refusal(`\`${snippet(script, isMember(member) ? member : parentOf(wrapped(node)) ?? node)}\` uses more than a part of its address`);
  // const { hostname } = a;
  if (member?.type === 'VariableDeclarator' && member.init === wrapped(node) && member.id.type === 'ObjectPattern') {
    const { id } = member;
    return id.properties.map((property) => {
      const part = property.type === 'ObjectProperty' && !property.computed ? keyName(property) : undefined;
      if (part === undefined || !Object.hasOwn(PARTS, part)) throw refusal;
      return { member: id, part };
    });
  }
  if (member?.type !== 'MemberExpression' || member.object !== wrapped(node)) throw refusal;
  const part = memberName(member) ?? '';
  if (!Object.hasOwn(PARTS, part)) throw refusal;
  if (isWritten(member)) throw refusal;
  return [{ member, part }];
}

/** The scripts that share the global scope of one. */
function programsBeside(script: Script): readonly Node[] {
  return [script, ...script.realms.flatMap(({ scripts }) => scripts)].flatMap(({ program }) => program ?? []);
}

/** Whether nothing is thrown by asking for a value. */
function isAtHand(script: Script, value: Node): boolean {
  const inner = unwrap(value);
  if (inner.type === 'StringLiteral') return true;
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  return binding !== undefined && (binding.kind === 'param' || (functionOf(value) === functionOf(binding.declarations[0]!.id) && binding.declarations[0]!.id.end! < value.start!));
}
