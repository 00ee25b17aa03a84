declare global {
  interface Window { store: Map<string, number> }
}

(window as any).ready = true;
window.store = new Map();
export const size = (): number => window!.store.size;
export let type: typeof window | undefined;
console.log((<any>window).ready, (window satisfies Window).store);
