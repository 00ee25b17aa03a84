const visited = new Set();
export const visitsRestored = chrome.storage.session.get({ visited: [] }).then((saved) => {
  for (const value of saved.visited) visited.add(value);
}).catch(console.error);
export function visit(id) {
  visited.add(id);
  chrome.storage.session.set({ visited: [...visited] });
}
export function visitCount() {
  return visited.size;
}
