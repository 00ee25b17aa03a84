import type { Node } from '../ast.ts';

/** What functions that ask each other have found: for good, or, where it rests on a circle or on what may still grow, until that grows. */
export class Memo {
  readonly #preliminary: Map<Node, unknown>[] = [];
  /** Whether what is being found rests on something preliminary. */
  #isPreliminary = false;

  /** A function that finds something for each node once. @param nothing what a node gives that is being looked at, so that circles end */
  byNode<T>(nothing: T, find: (node: Node) => T): (node: Node) => T {
    const final = new Map<Node, T>();
    const preliminary = new Map<Node, T>();
    this.#preliminary.push(preliminary);
    return (node) => {
      const known = final.get(node);
      if (known !== undefined || final.has(node)) return known as T;
      if (preliminary.has(node)) {
        this.#isPreliminary = true;
        return preliminary.get(node)!;
      }
      preliminary.set(node, nothing);
      const found = this.settle(final, node, () => find(node));
      if (final.has(node)) preliminary.delete(node);
      else preliminary.set(node, found);
      return found;
    };
  }

  /** Finds something, and keeps it for good where nothing that it rests on is preliminary. */
  settle<Key, T>(final: Map<Key, T>, key: Key, find: () => T): T {
    const isPreliminary = this.#isPreliminary;
    this.#isPreliminary = false;
    const found = find();
    if (!this.#isPreliminary) {
      final.set(key, found);
      this.#isPreliminary = isPreliminary;
    }
    return found;
  }

  /** Notes that what is being found rests on what may still grow. */
  dependOnGrowing(): void {
    this.#isPreliminary = true;
  }

  /** Has all be found again that rested on what has grown. */
  forgetPreliminary(): void {
    for (const found of this.#preliminary) found.clear();
  }
}
