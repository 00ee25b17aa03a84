declare global {
  interface Window { store: Map<string, number> }
}

(self as any).ready = true;
self.store = new Map();
export const size = (): number => self!.store.size;
export let type: typeof window | undefined;
console.log((<any>self).ready, (self satisfies Window).store);
