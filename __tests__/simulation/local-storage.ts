const METHODS = ['length', 'key', 'getItem', 'setItem', 'removeItem', 'clear'];

/** The `localStorage` of a page over the items of its origin: it keeps text, and nothing else. */
export function localStorageOf(items: Map<string, string>): object {
  const methods: Record<string, unknown> = {
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: unknown) => items.get(String(key)) ?? null,
    setItem: (key: unknown, value: unknown) => void items.set(String(key), String(value)),
    removeItem: (key: unknown) => void items.delete(String(key)),
    clear: () => items.clear(),
  };
  const isItem = (key: string | symbol): key is string => typeof key === 'string' && !METHODS.includes(key);
  return new Proxy(methods, {
    get: (target, key) => (key === 'length' ? items.size : isItem(key) && items.has(key) ? items.get(key) : Reflect.get(target, key) as unknown),
    set: (_, key, value) => {
      if (isItem(key)) items.set(key, String(value));
      return true;
    },
    has: (target, key) => (isItem(key) && items.has(key)) || Reflect.has(target, key),
    deleteProperty: (_, key) => {
      if (isItem(key)) items.delete(key);
      return true;
    },
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_, key) => (isItem(key) && items.has(key) ? { value: items.get(key), writable: true, enumerable: true, configurable: true } : undefined),
  });
}
