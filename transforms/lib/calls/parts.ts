import { propertyValue, unwrap, type Node } from '../ast.ts';

/** What literals in each other have under a path of names and indexes. */
export function partAt(node: Node | undefined, path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((part, name) => part && partOf(part, name), node);
}

/** What all of some expressions have under a path; undefined where that of one is not seen. */
export function partsOf(nodes: readonly (Node | undefined)[] | undefined, path: readonly string[]): readonly Node[] | undefined {
  const parts = nodes?.map((node) => partAt(node, path));
  return parts?.every((part) => part !== undefined) ? (parts as Node[]) : undefined;
}

/** What a literal has under a name or index. */
function partOf(node: Node, name: string): Node | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements[Number(name)] ?? undefined;
  return inner.type === 'ObjectExpression' ? propertyValue(inner, name) : undefined;
}

/** What is found for all of some; undefined where nothing is found for one of them. */
export function forAll<One, Found>(some: readonly One[] | undefined, find: (one: One) => readonly Found[] | undefined): readonly Found[] | undefined {
  const found = some?.map(find);
  return found?.every((each) => each !== undefined) ? [...new Set(found.flat())] : undefined;
}
