function createStore(reducer, initial) {
  let state = initial;
  const listeners = new Set();
  return {
    getState: () => state,
    dispatch(action) {
      state = reducer(state, action);
      listeners.forEach((listener) => listener(state));
    },
    subscribe(listener) {
      listeners.add(listener);
    },
  };
}

const store = createStore((state, { type, item, items }) => {
  if (type === 'loaded') return { ...state, items };
  return type === 'add' ? { ...state, items: [...state.items, item] } : state;
}, { items: [] });

store.subscribe(({ items }) => chrome.storage.local.set({ items }));

chrome.storage.local.get({ items: [] }, ({ items }) => {
  store.dispatch({ type: 'loaded', items });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'list') sendResponse(store.getState().items);
  else store.dispatch(message);
});
