import { initialState, type State } from './state';

const add = (state: State, list: string, entry: string): State => ({ ...state, lists: { ...state.lists, [list]: [...(state.lists[list] ?? []), entry] } });
const find = (lists: State['lists'], list: string): string[] => lists[list] ?? [];
const show = (state: State, list: string): number => find(state.lists, list).length;
const forget = (state: State): void => {
  state.total = 0;
};

chrome.tabs.onCreated.addListener(async (tab) => {
  const { state = initialState } = await chrome.storage.local.get<{ state?: State }>('state');
  const next = add(state, 'opened', tab.pendingUrl ?? '');
  console.log(show(next, 'opened'));
  forget(next);
  await chrome.storage.local.set({ state: next });
});
